package chat.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlowReaderLogTest {
  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
  private final SlowReaderLog slowReaderLog = new SlowReaderLog(nanoTime::get);

  @Test
  void hasALineAMinute() {
    assertThat(slowReaderLog.isDue()).isTrue();
    assertThat(slowReaderLog.isDue()).isFalse();
    nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(59));
    assertThat(slowReaderLog.isDue()).isFalse();
    nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(slowReaderLog.isDue()).isTrue();
    assertThat(slowReaderLog.isDue()).isFalse();
  }
}
