package chat.parley;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** The log; where it goes and what it looks like is in {@code logback.xml}. */
final class Logs {
  private Logs() {}

  /** Sets how much parley itself logs: error, warn, info or debug. */
  static void setLevel(String level) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger("chat.parley").setLevel(Level.valueOf(level));
    }
  }
}
