package chat.parley.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** Sees whether this process logs an error. */
final class LoggedErrors extends AppenderBase<ILoggingEvent> {
  private volatile String first;

  LoggedErrors() {
    start();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (first == null && event.getLevel().isGreaterOrEqual(Level.ERROR)) {
      first = event.getFormattedMessage();
    }
  }

  /**
   * @throws AssertionError when there has been one
   */
  void check() {
    if (first != null) {
      throw new AssertionError("the server has logged an error: " + first);
    }
  }
}
