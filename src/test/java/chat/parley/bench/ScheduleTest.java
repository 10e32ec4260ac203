package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void spreadsMessagesEvenlyWithoutDrifting() {
    var schedule = new Schedule(5 * SECOND, 3);

    assertThat(schedule.due(0)).isEqualTo(5 * SECOND);
    assertThat(schedule.due(1)).isEqualTo(5 * SECOND + 333_333_333);
    assertThat(schedule.due(3_000_000)).isEqualTo(1_000_005 * SECOND);
  }

  /** A server that stands still for a second makes all that was due meanwhile late. */
  @Test
  void chargesAStallToEveryMessageThatItHeldUp() {
    var schedule = new Schedule(0, 10);
    var stats = new LatencyStats();
    for (int message = 0; message < 10; message++) {
      stats.delivered(schedule.due(message), SECOND);
    }

    assertThat(stats.percentiles().get("max")).isBetween(1_000_000L, 1_001_000L);
    assertThat(stats.percentiles().get("p50")).isBetween(500_000L, 601_000L);
  }
}
