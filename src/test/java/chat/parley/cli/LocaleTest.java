package chat.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.PasswordHash;
import chat.parley.access.Secret;
import chat.parley.listener.ListenerAddress;
import chat.parley.patience.Child;
import chat.parley.patience.Wait;
import chat.parley.server.ConfiguredServer;
import chat.parley.server.TestClient;
import chat.parley.server.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The program where the locale has no letters but those of ASCII, as under systemd, in containers
 * and in cron; and where small and large letters are others (Turkish), or digits (Egyptian Arabic).
 */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"tr-TR", "ar-EG"})
class LocaleTest {
  private static final String LISTENING = "parley: listening on lines 127.0.0.1:";

  @Parameter private String language;
  @TempDir private Path folder;

  private Child runs(String... arguments) throws IOException {
    Locale locale = Locale.forLanguageTag(language);
    ProcessBuilder builder =
        Child.java(
            Main.class,
            List.of(
                "-Dlogback.configurationFile=logback.xml", // not that of the tests
                "-Duser.language=" + locale.getLanguage(),
                "-Duser.country=" + locale.getCountry()),
            List.of(arguments));
    builder.environment().put("LC_ALL", "C");
    return Child.start("parley " + String.join(" ", arguments), builder);
  }

  private Child serves(String... configuration) throws IOException {
    Path file = Files.write(folder.resolve("parley.conf"), List.of(configuration));
    return runs("--config", file.toString(), "--listen", "lines:0", "--store", "none");
  }

  private static ListenerAddress listener(Child server) {
    String line = server.output().next(each -> each.startsWith(LISTENING), "a listener");
    return ListenerAddress.parse("lines:" + line.substring(LISTENING.length()));
  }

  @Test
  void theServerKnowsAndLogsPeopleByTheirNames() throws IOException {
    Path audit = folder.resolve("audit.log");
    try (Child server =
        serves(
            ConfiguredServer.OPERATOR_PASSWORD_LINE,
            "parley.message-of-the-day = 小心",
            "parley.audit-log = \"" + audit + "\"")) {
      ListenerAddress listener = listener(server);
      try (TestClient ming = hearsTheMessage(TestClient.named("小明", listener));
          TestClient iris = hearsTheMessage(TestClient.named("IRIS", listener));
          TestClient other = new TestClient(listener)) {
        ming.hears("* IRIS has joined");
        other.hearsLineStarting("* Welcome");
        other.says("iris");
        other.hears("* iris is taken; another name?");
        ming.says("/op " + ConfiguredServer.OPERATOR_PASSWORD);
        ming.hearsLineStarting("* you are an operator now");
        ming.says("/KICK iris 再见");
        iris.hears("* an operator disconnects you: 再见; goodbye");
        ming.hearsInAnyOrder("\\* IRIS is disconnected", "\\* IRIS has left");
      }
      server.errors().next(line -> line.contains(" - 小明 has joined lobby"), "小明");
      server.terminate();
      assertThat(server.end()).isEqualTo(143);
    }
    assertThat(Files.readString(audit)).contains(" 小明 from lines ").contains("再见");
  }

  /** Before anybody else comes, of whom it might hear first. */
  private static TestClient hearsTheMessage(TestClient client) {
    client.hears("* 小心");
    return client;
  }

  @Test
  void aRoomsTranscriptIsKeptUnderANameThatTheLocaleHas() throws IOException {
    try (Child server =
            serves(
                "parley.rooms.厨房.extensions = [{name = transcript, folder = \"" + folder + "\"}]");
        TestClient ming = TestClient.named("小明", listener(server))) {
      ming.says("/join 厨房");
      ming.hears("* you are in 厨房 with nobody else");
      ming.says("你好");
      Wait.until("the transcript", () -> transcript("%E5%8E%A8%E6%88%BF").contains("[小明] 你好"));
    }
  }

  /** What has been written so far. */
  private String transcript(String room) {
    try (Stream<Path> files = Files.list(folder)) {
      StringBuilder written = new StringBuilder();
      for (Path file :
          files
              .filter(each -> each.toString().matches(".*/" + room + "-[\\d-]{10}\\.log"))
              .toList()) {
        written.append(Files.readString(file));
      }
      return written.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theClientSendsAndShowsUtf8InAPipe() throws IOException {
    Path log = folder.resolve("chat.log");
    try (TestServer server = new TestServer();
        TestClient ming = server.joins("小明");
        Child client =
            runs(
                "chat",
                "--for",
                "10s",
                "--log",
                log.toString(),
                "小红@127.0.0.1:" + server.lines().port())) {
      ming.hears("* 小红 has joined");
      client.input().write("你好\n");
      client.input().flush();
      ming.hears("[小红] 你好");
      ming.says("再见");
      client.output().next("* you are in lobby with 小明"::equals, "who is there");
      client.output().next("[小明] 再见"::equals, "an answer");
      client.input().write("/quit\n");
      client.input().close();
      assertThat(client.end()).isZero();
    }
    assertThat(log).content().contains("小红> 你好", "[小明] 再见");
  }

  @Test
  void whatIsWrongIsShownAsItWasWritten() throws IOException {
    try (Child child = runs("--check-config", "--set", "parley.start-room=小 明")) {
      assertThat(child.errors().next())
          .startsWith("parley: parley.start-room ")
          .contains("\"小 明\"");
      assertThat(child.end()).isEqualTo(2);
    }
    try (Child child = runs("--config", "小.conf")) {
      assertThat(child.errors().next())
          .startsWith("parley: Invalid value for option '--config'")
          .contains("\"小.conf\" cannot name a file where the locale has no such characters;");
      assertThat(child.end()).isEqualTo(2);
    }
    try (Child child = runs("--check-config", "--set", "parley.store=小")) {
      assertThat(child.errors().next())
          .startsWith("parley: parley.store: \"小\" cannot name a file where the locale has no");
      assertThat(child.end()).isEqualTo(2);
    }
  }

  @Test
  void aPasswordIsReadAsUtf8AndItsHashIsAscii() throws IOException {
    try (Child child = runs("password")) {
      child.input().write("pässwört\n");
      child.input().close();
      String hash = child.output().next();
      assertThat(hash).matches("pbkdf2-sha256\\$600000\\$[\\w-]{22}\\$[\\w-]{43}");
      assertThat(PasswordHash.parse(hash).orElseThrow().matches(new Secret("pässwört"))).isTrue();
      assertThat(child.end()).isZero();
    }
  }
}
