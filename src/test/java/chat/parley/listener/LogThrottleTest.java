package chat.parley.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogThrottleTest {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final LogThrottle throttle = new LogThrottle();
  private final List<Long> lines = new ArrayList<>();

  @Test
  void logsAtOnceAndThenOnceAMinuteHowOftenItHasHappened() {
    for (long now : List.of(5L, 6L, MINUTE + 4, MINUTE + 5, MINUTE + 6)) {
      throttle.count(now, lines::add);
    }
    assertThat(lines).containsExactly(1L, 4L);
  }
}
