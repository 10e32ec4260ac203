package chat.parley.soak;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions, and passes time where an attack is to last. */
final class Waiting {
  private static final long STEP_NANOS = 10_000_000;

  private Waiting() {}

  /**
   * @throws AssertionError when it does not become so in time
   */
  static void until(String what, Duration patience, BooleanSupplier condition) {
    if (!atMost(patience, condition)) {
      throw new AssertionError("after " + patience.toSeconds() + " s still not: " + what);
    }
  }

  /** Whether it has become so in time. */
  static boolean atMost(Duration patience, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > patience.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
    return true;
  }

  static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long rest = time.toNanos(); rest > 0; rest = end - System.nanoTime()) {
      LockSupport.parkNanos(rest);
    }
  }
}
