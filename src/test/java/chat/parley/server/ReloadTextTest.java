package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.config.ConfigReload;
import chat.parley.config.ConfigReloader;
import chat.parley.config.Settings;
import chat.parley.room.RoomHistorySettings;
import chat.parley.store.HistorySettings.Durability;
import chat.parley.store.HistorySettings.WhenFailing;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a configuration that has been read again. */
class ReloadTextTest {
  private static final Settings RUNNING = Settings.of(List.of("lines:0"), List.of(), List.of());

  private static ConfigReload.Accepted reload(String changes) {
    Config read = ConfigFactory.parseString(changes).withFallback(RUNNING.config());
    return new ConfigReloader(() -> read).since(RUNNING);
  }

  @Test
  void saysThatNothingHasChanged() {
    assertThat(ReloadText.lines(reload(""))).containsExactly("nothing has changed");
  }

  @Test
  void saysWhatCountsNowAndWhatNeedsARestart() {
    ConfigReload.Accepted reload =
        reload(
            """
            parley.limits.max-name = 5
            parley.backlog = 7
            parley.rooms.lobby.extensions = [dice]
            pekko.loglevel = DEBUG
            """);
    assertThat(ReloadText.lines(reload))
        .containsExactly(
            "parley.backlog needs a restart to be 7",
            "parley.limits.max-name is now 5",
            "parley.rooms.lobby.extensions has changed",
            "what has changed in the settings of libraries needs a restart");
    Config now = reload.settings().config();
    assertThat(now.getInt("parley.limits.max-name")).isEqualTo(5);
    for (String key : List.of("parley.backlog", "pekko.loglevel")) {
      assertThat(now.getValue(key)).isEqualTo(RUNNING.config().getValue(key));
    }
  }

  @Test
  void changesHowMuchIsKeptWhileItRunsButNotWhereNorWhenMembersSeeIt() {
    ConfigReload.Accepted reload =
        reload(
            """
            parley.store = "postgresql://bob@host/db"
            parley.history { durability = relaxed, keep = 30 d, when-failing = refuse }
            """);
    assertThat(ReloadText.lines(reload))
        .containsExactly(
            "parley.history.durability needs a restart to be \"relaxed\"",
            "parley.history.keep is now \"30 d\"",
            "parley.history.when-failing is now \"refuse\"",
            "parley.store needs a restart to be \"postgresql://bob@host/db\"");
    Settings now = reload.settings();
    RoomHistorySettings lobby = now.rooms().rooms().apply("lobby").history();
    assertThat(lobby.retention().keep()).contains(Duration.ofDays(30));
    assertThat(lobby.whenFailing()).isEqualTo(WhenFailing.REFUSE);
    assertThat(now.history().durability()).isEqualTo(Durability.FULL);
    assertThat(now.store()).isEqualTo(RUNNING.store());
  }

  @Test
  void saysWhyEverythingStaysAsItWas() {
    assertThat(ReloadText.lines(new ConfigReload.Refused("parley.x is wrong")))
        .containsExactly("everything stays as it was: parley.x is wrong");
  }
}
