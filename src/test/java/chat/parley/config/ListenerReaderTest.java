package chat.parley.config;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.listener.ListenerSettings;
import chat.parley.session.SessionLimits;
import chat.parley.transport.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which listeners there are, and what counts for each. */
class ListenerReaderTest {
  @TempDir private Path directory;

  @Test
  void givesEachListenerTheSettingsOfItsKindAndItsOwnBeforeThem() {
    Settings settings =
        new Sources()
            .set(
                "parley.listeners=[\"lines:1\", {at = \"lines:2\", commands = on, max-line = 100},"
                    + " {at = \"raw:3\", slow = skip}, \"raw:4\"]",
                "parley.lines.commands=off",
                "parley.lines.slow=disconnect",
                "parley.raw.echo=on")
            .read();

    assertThat(settings.listeners()).extracting(ListenerSettings::commands).startsWith(false, true);
    assertThat(settings.listeners()).extracting(ListenerSettings::maxLine).startsWith(8192, 100);
    assertThat(settings.listeners())
        .extracting(listener -> listener.session().echo())
        .containsExactly(false, false, true, true);
    assertThat(settings.listeners())
        .extracting(listener -> listener.session().connection().slow())
        .containsExactly(
            ConnectionSettings.Slow.DISCONNECT,
            ConnectionSettings.Slow.DISCONNECT,
            ConnectionSettings.Slow.SKIP,
            ConnectionSettings.Slow.DISCONNECT);
  }

  @Test
  void readsListenersFromSystemProperties() {
    Settings settings =
        new Sources()
            .property("parley.listeners.0", "lines:1")
            .property("parley.listeners.1", "raw:2")
            .property("parley.session.linger", "5 s")
            .property("parley.backlog", "7")
            .read();

    assertThat(settings.listeners())
        .extracting(listener -> listener.address().toString())
        .containsExactly("lines:127.0.0.1:1", "raw:127.0.0.1:2");
    assertThat(settings.listeners().get(0).backlog()).isEqualTo(7);
    assertThat(settings.listeners().get(0).session().connection().linger()).hasSeconds(5);
  }

  @Test
  void readsLimitsForLinesListenersOnly() {
    Settings settings =
        new Sources()
            .set(
                "parley.listeners=[\"lines:1\", \"raw:2\"]",
                "parley.limits.posts-per-second=7",
                "parley.limits.burst=8",
                "parley.limits.too-fast=disconnect",
                "parley.limits.max-name=9",
                "parley.room.max-topic=10",
                "parley.limits.name-within=10 s",
                "parley.limits.idle=11 m")
            .read();

    assertThat(settings.listeners())
        .extracting(listener -> listener.session().limits())
        .containsExactly(
            new SessionLimits(
                9,
                10,
                7,
                8,
                SessionLimits.TooFast.DISCONNECT,
                Duration.ofSeconds(10),
                Duration.ofMinutes(11)),
            SessionLimits.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lines:5566",
        "[]",
        "{}",
        "5566",
        "null",
        "[5566]",
        "[\"lines:1\", []]",
        "[\"lines:1\", null]",
        "[{}]",
        "[{ at = 5566 }]",
        "[{ at = null }]",
        "[{ commands = off }]",
        "[\"nosuch:5566\"]",
        "[\"lines:1\", \"lines:x\"]",
        "[{ at = \"lines:x\" }]"
      })
  void refusesListenersThatAreNone(String listeners) {
    new Sources()
        .set("parley.listeners=" + listeners)
        .areRefused()
        .contains("listener")
        .contains("(--set");
  }

  @ParameterizedTest
  @CsvSource({
    "raw:1, max-line = 100, there is no setting max-line for a listener",
    "lines:1, echo = on, there is no setting echo for a listener",
    "lines:1, backlog = 5, there is no setting backlog for a listener",
    "lines:1, \"a..b\" = 5, there is no setting a..b for a listener",
    "lines:1, commands = maybe, 'parley.lines.commands must be on or off, not \"maybe\"'",
    "raw:1, slow = { a = 1 }, 'parley.raw.slow must be a text, not {\"a\":1}'"
  })
  void refusesWrongSettingsOfAListenerOfItsOwn(String at, String own, String why)
      throws IOException {
    Path file = directory.resolve("listeners.conf");
    Files.writeString(file, "parley.listeners = [\n  { at = \"" + at + "\", " + own + " }\n]\n");

    new Sources().file(file).areRefused().contains(why, "listeners.conf: 2)");
  }
}
