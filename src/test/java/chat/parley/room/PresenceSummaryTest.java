package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import org.junit.jupiter.api.Test;

class PresenceSummaryTest {
  private final PresenceSummary crowd = new PresenceSummary(2);

  @Test
  void isOneAboveTheLimitOnly() {
    assertThat(crowd.isCrowd(2)).isFalse();
    assertThat(crowd.isCrowd(3)).isTrue();
    assertThat(crowd.namesListed()).isEqualTo(2);
  }

  @Test
  void sumsUpWhatHasHappenedSinceTheLastTime() {
    assertThat(crowd.stirred()).isFalse();
    crowd.joined();
    crowd.joined();
    crowd.left();
    crowd.renamed();
    assertThat(crowd.stirred()).isTrue();

    assertThat(crowd.sumUp(Events.ROOM, 7))
        .isEqualTo(new RoomEvent.CrowdChanged(Events.ROOM, 2, 1, 1, 7));
    assertThat(crowd.stirred()).isFalse();
    crowd.left();
    assertThat(crowd.sumUp(Events.ROOM, 6))
        .isEqualTo(new RoomEvent.CrowdChanged(Events.ROOM, 0, 1, 0, 6));
  }
}
