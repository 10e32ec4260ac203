package chat.parley.config;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.listener.ListenerAddress;
import chat.parley.listener.ListenerSettings;
import chat.parley.room.RoomSettings;
import chat.parley.session.SessionLimits;
import chat.parley.session.SessionSettings;
import chat.parley.transport.ConnectionSettings;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values each setting may have. */
class SettingsReaderTest {
  private static final ConnectionSettings LINK =
      new ConnectionSettings(
          20_000,
          4 << 20,
          Runtime.getRuntime().maxMemory() / 100 * 25,
          ConnectionSettings.Slow.SKIP,
          Duration.ofSeconds(120),
          Duration.ofSeconds(3));

  private static final SessionLimits LIMITS =
      new SessionLimits(
          32, 390, 50, 500, SessionLimits.TooFast.DELAY, Duration.ofSeconds(30), Duration.ZERO);

  private static final Path SHIPPED = Path.of("conf", "parley.conf");

  @TempDir private Path directory;

  @Test
  void readsTheDefaults() {
    Settings settings = new Sources().read();

    assertThat(settings.logLevel()).isEqualTo("info");
    assertThat(settings.rooms().rooms().apply("lobby"))
        .isEqualTo(new RoomSettings(1000, 1 << 20, 0, 200, 1000, 256 << 10));
    assertThat(settings.listeners())
        .containsExactly(
            new ListenerSettings(
                ListenerAddress.parse("lines:127.0.0.1:5566"),
                8192,
                true,
                4096,
                Duration.ofMinutes(1),
                new SessionSettings("lobby", false, "", false, LINK, LIMITS)));
  }

  @Test
  void measuresTheStartRoomByTheLimitOfNames() {
    new Sources().set("parley.limits.max-name=40", "parley.start-room=" + "x".repeat(40)).read();
    new Sources()
        .set("parley.limits.max-name=4")
        .areRefused()
        .contains("parley.start-room must be 1 to 4");
  }

  /** All but those that any text will do for, and those that are given in files only. */
  static Stream<String> keys() {
    return ConfigFactory.parseResources("chat/parley/cli/reference.conf").entrySet().stream()
        .map(Map.Entry::getKey)
        .filter(key -> !key.matches("parley.access.*-password"))
        .filter(key -> !Set.of("message-of-the-day", "store", "audit-log").contains(last(key)));
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void refusesWrongValuesOfEveryKeyByItsName(String key) {
    for (String value : List.of("null", "{ a = 1 }", "[[1, 2], {}]", "not one", "1..5")) {
      assertRefused(key, value).contains("(--set");
    }
    new Sources().property(key, "not one").areRefused().contains(key, "(system properties)");
    new Sources().property(key + ".inner", "1").areRefused().contains(key);
  }

  @ParameterizedTest
  @CsvSource({
    "parley.backlog, 0",
    "parley.backlog, 65536",
    "parley.backlog, 1.5",
    "parley.backlog, NaN",
    "parley.backlog, 1e300",
    "parley.start-room, ''",
    "parley.start-room, tea room",
    "parley.start-room, #lobby",
    "parley.log-level, INFO",
    "parley.lines.commands, 1",
    "parley.lines.max-line, 63",
    "parley.lines.max-line, 1048577",
    "parley.lines.max-line, 8 KiB",
    "parley.raw.echo, maybe",
    "parley.raw.slow, SKIP",
    "parley.session.max-waiting, 0",
    "parley.session.max-waiting-bytes, 1023",
    "parley.session.max-waiting-bytes, 4 potatoes",
    "parley.session.max-waiting-bytes, 9999999999 YiB",
    "parley.session.stuck-after, 3",
    "parley.session.stuck-after, 61 m",
    "parley.session.linger, 3",
    "parley.session.linger, 0.5",
    "parley.session.linger, -3 s",
    "parley.session.linger, 3 furlongs",
    "parley.session.linger, 1000 d",
    "parley.limits.posts-per-second, -1",
    "parley.limits.burst, 0",
    "parley.limits.max-name, 0",
    "parley.limits.max-name, 256",
    "parley.limits.name-within, 30",
    "parley.limits.idle, 8 d",
    "parley.limits.messages-per-sender, 0",
    "parley.limits.messages-per-receiver, 10001",
    "parley.limits.messages-in-all, -1",
    "parley.limits.messages-within, 90",
    "parley.room.recent, 1000001",
    "parley.room.recent-bytes, -1",
    "parley.room.replay, -1",
    "parley.room.max-topic, 0",
    "parley.room.presence-limit, -1",
    "parley.room.batch-events, 0",
    "parley.room.batch-bytes, 0",
    "parley.history.keep, 30",
    "parley.history.keep, -30 d",
    "parley.history.keep, 36501 d",
    "parley.history.keep, for ever",
    "parley.history.max-posts, -1",
    "parley.history.max-posts, many",
    "parley.history.durability, FULL",
    "parley.history.when-failing, stop",
    "parley.history.max-unsaved, 1 KiB",
    "parley.history.delete-within, 10",
    "parley.history.delete-within, 366 d",
    "parley.history.resume, -1",
    "parley.history.per-search, 0"
  })
  void refusesWhatIsOutOfBounds(String key, String value) {
    assertRefused(key, value).contains(" must be ");
  }

  static Stream<String> numbersAndTimes() {
    return ConfigFactory.parseResources("chat/parley/cli/reference.conf").entrySet().stream()
        .filter(
            each ->
                each.getValue().unwrapped() instanceof Number
                    || String.valueOf(each.getValue().unwrapped())
                        .matches("\\d+ (ms|s|m|h|d|KiB|MiB)"))
        .map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("numbersAndTimes")
  void refusesWhatOnlyBeginsLikeANumberOrATime(String key) {
    for (String value :
        List.of("-5m", "-5", "5x", "5f", "5 5", "0x1p3", "99999999999d", "1".repeat(30))) {
      assertRefused(key, value).contains(" must be ", "not ");
    }
  }

  @Test
  void looksAtTimesSizesAndCounts() {
    assertThat(numbersAndTimes())
        .hasSizeGreaterThan(30)
        .contains("parley.limits.idle", "parley.room.recent-bytes", "parley.backlog");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.3", "01.2.3.4", "1.2.3.4/33", "::g", "localhost", "[::1]"})
  void refusesExemptAddressesThatAreNone(String address) {
    assertRefused("parley.limits.exempt-addresses", "[\"" + address + "\"]")
        .contains("must be a list of addresses, ADDRESS or ADDRESS/BITS, not [\"" + address);
  }

  @ParameterizedTest
  @CsvSource({
    "parley.backlog, 1",
    "parley.backlog, 65535",
    "parley.start-room, 小明_茶-1",
    "parley.log-level, debug",
    "parley.lines.commands, no",
    "parley.lines.max-line, 64",
    "parley.lines.max-line, 1048576",
    "parley.session.max-waiting-bytes, 1 KiB",
    "parley.session.max-waiting-bytes, 1024",
    "parley.session.stuck-after, 0 s",
    "parley.session.stuck-after, 1 ns",
    "parley.session.linger, 0 s",
    "parley.session.linger, 500ms",
    "parley.session.linger, 1 h",
    "parley.limits.posts-per-second, 0",
    "parley.limits.name-within, 0 s",
    "parley.limits.idle, 7 d",
    "parley.limits.messages-in-all, 0",
    "parley.limits.messages-within, 3650 d",
    "parley.room.recent-bytes, 0",
    "parley.room.replay, 10.0",
    "parley.room.max-topic, 10000",
    "parley.history.keep, 0 s",
    "parley.history.keep, 36500 d",
    "parley.history.max-posts, 1000000000",
    "parley.history.durability, relaxed",
    "parley.history.delete-within, 0 s",
    "parley.history.resume, 0"
  })
  void takesWhatIsWithinBounds(String key, String value) {
    assertThat(new Sources().set(key + "=" + value).read()).isNotNull();
  }

  @Test
  void acceptsTheFileThatIsShipped() {
    assertThat(new Sources().file(SHIPPED).read().listeners()).hasSize(1);
  }

  @Test
  void acceptsTheFileThatIsShippedWithAllItsSuggestionsTaken() throws IOException {
    String text = Files.readString(SHIPPED);
    String taken = text.replaceAll("(?m)^(\\s*)# (\\S+ = .*)$", "$1$2");
    Path file = Files.writeString(directory.resolve("parley.conf"), taken);

    Settings settings = new Sources().file(file).read();

    assertThat(settings.listeners()).hasSize(2);
    assertThat(settings.rooms().rooms().apply("lobby").replay()).isEqualTo(20);
    assertThat(settings.logLevel()).isEqualTo("warn");
  }

  private static AbstractStringAssert<?> assertRefused(String key, String value) {
    return new Sources()
        .set(key + "=" + value)
        .areRefused()
        .contains(key.replace("parley.listeners", ""));
  }
}
