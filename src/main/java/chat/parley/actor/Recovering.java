package chat.parley.actor;

import java.time.Duration;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Signal;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.slf4j.Logger;

/**
 * Handles the messages of an actor that is to decide itself what becomes of it when it has failed:
 * the failure is logged, and the actor puts itself in order and goes on, or ends. Its children,
 * timers and watches are as before.
 *
 * <p>An actor that fails more often than it may within a minute fails for good.
 *
 * @param <M> what the actor can be told
 */
public final class Recovering<M> extends Receive<M> {

  /** What an actor does after a failure. */
  public interface Recovery<M> {

    /**
     * Puts the actor in order, and answers whoever waits.
     *
     * @param failed what could not be dealt with, or not to its end
     */
    Behavior<M> after(M failed);
  }

  private static final long WINDOW = Duration.ofMinutes(1).toNanos();

  private final Receive<M> handlers;
  private final String name;
  private final int maxFailures;
  private final Logger log;
  private final Recovery<M> recovery;
  private final Runnable givesUp;
  private long windowBegan;
  private int failures;

  /**
   * @param name what the log calls the actor
   * @param maxFailures how often it may fail within a minute
   */
  public Recovering(
      Receive<M> handlers, String name, int maxFailures, Logger log, Recovery<M> recovery) {
    this(handlers, name, maxFailures, log, recovery, () -> {});
  }

  /**
   * @param givesUp called before the actor fails for good
   */
  public Recovering(
      Receive<M> handlers,
      String name,
      int maxFailures,
      Logger log,
      Recovery<M> recovery,
      Runnable givesUp) {
    this.handlers = handlers;
    this.name = name;
    this.maxFailures = maxFailures;
    this.log = log;
    this.recovery = recovery;
    this.givesUp = givesUp;
  }

  @Override
  public Behavior<M> receiveMessage(M message) throws Exception {
    try {
      return handlers.receiveMessage(message);
    } catch (Exception e) {
      return recover(message, e);
    }
  }

  private Behavior<M> recover(M failed, Exception why) throws Exception {
    Exception last = why;
    while (mayGoOn()) {
      // Not the message itself: what people say is not for the log.
      log.error("{} has failed at {}", name, failed.getClass().getSimpleName(), last);
      try {
        return recovery.after(failed);
      } catch (Exception e) {
        last = e;
      }
    }
    givesUp.run();
    throw last;
  }

  private boolean mayGoOn() {
    long now = System.nanoTime();
    if (failures == 0 || now - windowBegan > WINDOW) {
      windowBegan = now;
      failures = 0;
    }
    return ++failures <= maxFailures;
  }

  @Override
  public Behavior<M> receiveSignal(Signal signal) throws Exception {
    return handlers.receiveSignal(signal);
  }
}
