package chat.parley.store;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a store writer does what can wait: when nothing has been written for a while, and under load
 * for a small share of the time.
 */
final class TidyingPace {
  /** How often to look whether there is time. */
  static final Duration BETWEEN = Duration.ofMillis(200);

  /** How long it may take at once, as posts wait for it. */
  static final Duration SLICE = Duration.ofMillis(5);

  private static final long QUIET = Duration.ofMillis(100).toNanos();

  /** Under load, so long after the last time: a twentieth of the time. */
  private static final long PAUSE = 20 * SLICE.toNanos();

  /** So often there may be something to do although nothing was written. */
  private static final long AT_LEAST_EVERY = Duration.ofSeconds(30).toNanos();

  private final LongSupplier clock;
  private long lastWrite;
  private long began;
  private long ended;
  private boolean somethingToDo = true;

  /**
   * @param clock in nanoseconds
   */
  TidyingPace(LongSupplier clock) {
    this.clock = clock;
    this.lastWrite = clock.getAsLong();
    this.began = lastWrite;
    this.ended = lastWrite;
  }

  /** Something has been written. */
  void wrote() {
    lastWrite = clock.getAsLong();
    somethingToDo = true;
  }

  /** Whether it is time. */
  boolean isTime() {
    long now = clock.getAsLong();
    if (!somethingToDo) {
      return now - ended > AT_LEAST_EVERY;
    }
    return now - lastWrite > QUIET || now - ended > PAUSE + 20 * (ended - began);
  }

  void begins() {
    began = clock.getAsLong();
  }

  /**
   * It has been done for a while.
   *
   * @param more whether there is more to do
   */
  void ended(boolean more) {
    ended = clock.getAsLong();
    somethingToDo = more;
  }
}
