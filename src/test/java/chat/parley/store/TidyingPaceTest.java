package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TidyingPaceTest {
  /** As that of a machine that has been up for a while. */
  private final AtomicLong now = new AtomicLong(Duration.ofDays(90).toNanos());

  private final TidyingPace pace = new TidyingPace(now::get);

  private void passes(long millis) {
    now.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  /** Writes every millisecond; answers which share of the time is spent on what can wait. */
  private double shareUnderLoad(int millisEach, int slices) {
    long begin = now.get();
    long tidying = 0;
    for (int done = 0; done < slices; ) {
      passes(1);
      pace.wrote();
      if (pace.isTime()) {
        pace.begins();
        passes(millisEach);
        pace.ended(true);
        tidying += Duration.ofMillis(millisEach).toNanos();
        done++;
      }
      assertThat(now.get() - begin).isLessThan(Duration.ofMinutes(5).toNanos());
    }
    return (double) tidying / (now.get() - begin);
  }

  @Test
  void doesWhatCanWaitForASmallShareOfTheTimeUnderLoadHoweverLongItTakes() {
    assertThat(shareUnderLoad(5, 10)).isBetween(0.02, 0.06);
    assertThat(shareUnderLoad(300, 10)).isBetween(0.03, 0.06);
  }

  @Test
  void doesAllAtOnceWhenNothingIsWritten() {
    pace.wrote();
    passes(99);
    assertThat(pace.isTime()).isFalse();
    passes(2);
    for (int slice = 0; slice < 10; slice++) {
      assertThat(pace.isTime()).isTrue();
      pace.begins();
      passes(5);
      pace.ended(slice < 9);
    }
    assertThat(pace.isTime()).isFalse();
  }

  @Test
  void looksFromTimeToTimeWhetherSomethingIsTooOldAlthoughNothingIsWritten() {
    passes(200);
    pace.begins();
    pace.ended(false);
    passes(29_999);
    assertThat(pace.isTime()).isFalse();
    passes(2);
    assertThat(pace.isTime()).isTrue();
  }
}
