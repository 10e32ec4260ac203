package chat.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.hosting.EnabledExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which extensions are turned on in which rooms. */
class RoomPlansTest {

  private static Settings settings(String rooms) {
    return Settings.of(List.of("lines:0"), List.of("parley.rooms=" + rooms), List.of());
  }

  private static List<String> turnedOn(Settings settings, String room) {
    return settings.rooms().rooms().apply(room).extensions().stream()
        .map(enabled -> enabled.extension().name())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "lobby, dice",
    "LOBBY, dice",
    "game-chess, welcome",
    "game-go-9, slow-mode",
    "elsewhere, ''",
    "xgame-chess, ''"
  })
  void takesThePlanOfARoomsNameAndThenOfTheLongestPattern(String room, String extension) {
    Settings settings =
        settings(
            """
            { lobby.extensions = [dice], "game-*".extensions = [welcome],
              "game-go-*".extensions = [slow-mode], "lob*".extensions = [welcome] }""");
    assertThat(String.join(",", turnedOn(settings, room))).isEqualTo(extension);
  }

  @Test
  void keepsTheOrderAndTheSettingsOfEach() {
    Settings settings =
        settings("{ lobby.extensions = [welcome, { name = slow-mode, interval = 7 s }, dice] }");
    assertThat(turnedOn(settings, "lobby")).containsExactly("welcome", "slow-mode", "dice");
    EnabledExtension slow = settings.rooms().rooms().apply("lobby").extensions().get(1);
    assertThat(slow.settings().getDuration("interval")).hasSeconds(7);
  }

  @Test
  void reservesTheNamesOfExtensions() {
    assertThat(settings("{ lobby.extensions = [dice] }").names().extensionNames())
        .containsExactly("dice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"interval = 5x", "interval = 500", "interval = -5 s", "interval = 99999999999d"})
  void wantsTimesWithTheirUnit(String own) {
    assertThatThrownBy(() -> settings("{ lobby.extensions = [{ name = slow-mode, " + own + " }] }"))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(
            "parley.rooms.lobby: slow-mode.interval must be a time of at most 8640000 s, such as 3 s"
                + " or 500 ms, not ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"attempts = 5x", "attempts = 1.5", "attempts = 99999999999"})
  void wantsCountsThatAreWholeNumbers(String own) {
    assertThatThrownBy(() -> settings("{ lobby.extensions = [{ name = webhook, " + own + " }] }"))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(
            "parley.rooms.lobby: webhook.attempts must be a whole number from ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ lobby = 1 }                                   | parley.rooms.lobby must hold settings",
        "{ lobby.history = 30 }                          | parley.rooms.lobby.history must hold settings",
        "{ lobby.history.keep = 30 }                     | parley.rooms.lobby.history.keep must be forever",
        "{ lobby.history.max-posts = few }               | parley.rooms.lobby.history.max-posts must be unlimited",
        "{ lobby.history.durability = full }             | no setting parley.rooms.lobby.history.durability",
        "{ lobby.extension = [dice] }                    | no setting parley.rooms.lobby.extension",
        "{ lobby.extensions = dice }                     | extensions must be a list",
        "{ lobby.extensions = [dise] }                   | names the extension dise",
        "{ lobby.extensions = [1] }                      | neither a name nor",
        "{ lobby.extensions = [dice, dice] }             | has dice twice",
        "{ lobby.extensions = [{ name = dice, x = 1 }] } | dice has no setting x",
        "{ lobby.extensions = [{ name = slow-mode, interval = fast }] } | lobby: slow-mode.interval must be",
        "{ lobby.extensions = [{ name = slow-mode, interval = 1 ms }] } | from 10 ms to 1 h"
      })
  void refusesWhatIsNotAPlanInOneLine(String rooms, String part) {
    assertThatThrownBy(() -> settings(rooms))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(part)
        .message()
        .doesNotContain("\n");
  }
}
