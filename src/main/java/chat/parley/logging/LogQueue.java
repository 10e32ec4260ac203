package chat.parley.logging;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The queue before the log, so that nobody who logs waits for it to be written. What does not fit
 * is left out, and counted in the log when there is room again. Named in {@code logback.xml}.
 */
public final class LogQueue extends AsyncAppender {
  private static final int LINES = 10_000;

  private final AtomicLong missing = new AtomicLong();

  /** Called by Logback. */
  public LogQueue() {
    setQueueSize(LINES);
    setNeverBlock(true);
    setDiscardingThreshold(0);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (getRemainingCapacity() < 2) {
      missing.incrementAndGet();
      return;
    }
    if (missing.get() > 0) {
      super.append(note(missing.getAndSet(0)));
    }
    super.append(event);
  }

  private LoggingEvent note(long lines) {
    var logger = ((LoggerContext) getContext()).getLogger(LogQueue.class);
    return new LoggingEvent(
        LogQueue.class.getName(),
        logger,
        Level.WARN,
        "{} lines are missing here: the log is not read as fast as it is written",
        null,
        new Object[] {lines});
  }
}
