package chat.parley.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** The log of the program; {@code logback.xml} has where it goes and what it looks like. */
public final class Logs {
  private Logs() {}

  /** Sets how much parley itself logs: error, warn, info or debug. */
  public static void setLevel(String level) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger("chat.parley").setLevel(Level.valueOf(level));
    }
  }

  /**
   * Has the program end only when what was logged until then has been written, if it can be.
   *
   * @param ended completed when nothing more is logged
   * @param atMost how long that is waited for
   */
  public static void writeAllBeforeExit(CompletableFuture<?> ended, Duration atMost) {
    Runnable write =
        () -> {
          ended.copy().completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS).join();
          if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(write, "write-log"));
  }
}
