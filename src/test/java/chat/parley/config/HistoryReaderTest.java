package chat.parley.config;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.room.RoomHistorySettings;
import chat.parley.store.HistorySettings;
import chat.parley.store.HistorySettings.Durability;
import chat.parley.store.HistorySettings.WhenFailing;
import chat.parley.store.Retention;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How what is said is kept, and for how long in which room. */
class HistoryReaderTest {

  private static RoomHistorySettings lobby(String... assignments) {
    return room("lobby", assignments);
  }

  private static RoomHistorySettings room(String name, String... assignments) {
    return new Sources().set(assignments).read().rooms().rooms().apply(name).history();
  }

  @Test
  void keepsEverythingUnlessItIsTold() {
    assertThat(lobby()).isEqualTo(RoomHistorySettings.DEFAULT);
    assertThat(new Sources().read().history())
        .isEqualTo(new HistorySettings(Durability.FULL, 64 << 20, WhenFailing.CONTINUE));
    assertThat(new Sources().read().listeners().get(0).session().perSearch()).isEqualTo(20);
  }

  @Test
  void keepsForAsLongAndAsManyAsItIsTold() {
    assertThat(lobby("parley.history.keep=30 d", "parley.history.max-posts=500").retention())
        .isEqualTo(new Retention(Optional.of(Duration.ofDays(30)), 500));
  }

  @Test
  void keepsNothingForAsLongAsNought() {
    assertThat(lobby("parley.history.keep=0").retention().isNothing()).isTrue();
    assertThat(lobby("parley.history.max-posts=0").retention().isNothing()).isTrue();
  }

  @Test
  void takesWhatARoomsPlanSaysBeforeWhatCountsForAll() {
    String[] assignments = {
      "parley.history.keep=30 d",
      "parley.history.max-posts=500",
      "parley.rooms={ lobby.history.keep = forever, \"t*\".history.max-posts = 7, x.extensions = [] }"
    };
    Optional<Duration> month = Optional.of(Duration.ofDays(30));

    assertThat(room("Lobby", assignments).retention())
        .isEqualTo(new Retention(Optional.empty(), 500));
    assertThat(room("tea", assignments).retention()).isEqualTo(new Retention(month, 7));
    assertThat(room("x", assignments).retention()).isEqualTo(new Retention(month, 500));
    assertThat(room("y", assignments).retention()).isEqualTo(new Retention(month, 500));
  }

  @Test
  void tellsRoomsWhatElseIsSetForThem() {
    RoomHistorySettings history =
        lobby(
            "parley.history.when-failing=refuse",
            "parley.history.delete-within=1 h",
            "parley.history.resume=5");

    assertThat(history.whenFailing()).isEqualTo(WhenFailing.REFUSE);
    assertThat(history.deleteWithin()).hasHours(1);
    assertThat(history.resume()).isEqualTo(5);
  }
}
