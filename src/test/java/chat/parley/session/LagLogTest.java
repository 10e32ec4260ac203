package chat.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LagLogTest {
  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
  private final LagLog lagLog = new LagLog(nanoTime::get);

  @Test
  void hasALineAMinute() {
    assertThat(lagLog.isDue()).isTrue();
    assertThat(lagLog.isDue()).isFalse();
    nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(59));
    assertThat(lagLog.isDue()).isFalse();
    nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(lagLog.isDue()).isTrue();
    assertThat(lagLog.isDue()).isFalse();
  }
}
