package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void waitsTwiceAsLongEachTimeUpToALimit() {
    assertThat(waits(() -> 1)).containsExactly(1000L, 2000L, 4000L, 5000L, 5000L);
  }

  @Test
  void leavesHalfOfEachWaitToChance() {
    assertThat(waits(() -> 0)).containsExactly(500L, 1000L, 2000L, 2500L, 2500L);
    assertThat(waits(() -> 0.5)).containsExactly(750L, 1500L, 3000L, 3750L, 3750L);
  }

  @Test
  void beginsAnewAfterASuccess() {
    Backoff backoff = backoff(() -> 1);
    backoff.next();
    backoff.next();
    backoff.reset();
    assertThat(backoff.next()).hasMillis(1000);
  }

  private static List<Long> waits(DoubleSupplier random) {
    Backoff backoff = backoff(random);
    return Stream.generate(backoff::next).limit(5).map(Duration::toMillis).toList();
  }

  private static Backoff backoff(DoubleSupplier random) {
    return new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5), random);
  }
}
