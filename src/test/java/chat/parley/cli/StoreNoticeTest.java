package chat.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.config.Settings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreNoticeTest {

  private static Optional<String> notice(String... assignments) {
    return StoreNotice.of(Settings.of(List.of(), List.of(assignments), List.of()));
  }

  @Test
  void saysWhereThingsAreKeptAndHowToTurnThatOff() {
    assertThat(notice("parley.store=parley-data"))
        .contains("what is said is kept in parley-data; --store none turns that off");
    assertThat(notice("parley.store=\"postgresql://bob@db.example/chat\""))
        .contains(
            "what is said is kept in postgresql://bob@db.example:5432/chat; --store none turns that"
                + " off");
  }

  @Test
  void saysNothingWhenNothingIsKept() {
    assertThat(notice("parley.store=none")).isEmpty();
  }

  @Test
  void doesNotSayThatWhatIsSaidIsKeptWhenOnlyOtherThingsAre() {
    assertThat(notice("parley.store=parley-data", "parley.history.keep=0"))
        .contains("names, bans and topics are kept in parley-data; --store none turns that off");
  }
}
