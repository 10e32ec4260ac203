package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void spreadsMessagesEvenlyWithoutDrifting() {
    var pace = new Pace(5 * SECOND, 3);

    assertThat(pace.due(0)).isEqualTo(5 * SECOND);
    assertThat(pace.due(1)).isEqualTo(5 * SECOND + 333_333_333);
    assertThat(pace.due(3_000_000)).isEqualTo(1_000_005 * SECOND);
  }

  /** A server that stands still for a second makes all that was due meanwhile late. */
  @Test
  void chargesAStallToEveryMessageThatItHeldUp() {
    var pace = new Pace(0, 10);
    var tally = new LatencyStats();
    for (int message = 0; message < 10; message++) {
      tally.delivered(pace.due(message), SECOND);
    }

    assertThat(tally.percentiles().get("max")).isBetween(1_000_000L, 1_001_000L);
    assertThat(tally.percentiles().get("p50")).isBetween(500_000L, 601_000L);
  }
}
