package chat.parley.session;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that a client does not keep up: at most a line a minute for each client. */
final class SlowReaderLog {
  private static final Logger log = LoggerFactory.getLogger(SlowReaderLog.class);
  private static final long BETWEEN_LINES = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier nanoTime;
  private boolean begun;
  private long last;

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  SlowReaderLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void fellBehind(String name, String room, long missed) {
    if (isDue()) {
      log.info("{} in {} reads too slowly; messages missed so far: {}", name, room, missed);
    }
  }

  void caughtUp(String name, String room, long missed) {
    if (isDue()) {
      log.info("{} in {} has caught up; messages missed: {}", name, room, missed);
    }
  }

  /** Whether a line may be written now; if so, the next may be in a minute. */
  boolean isDue() {
    long now = nanoTime.getAsLong();
    if (begun && now - last < BETWEEN_LINES) {
      return false;
    }
    begun = true;
    last = now;
    return true;
  }
}
