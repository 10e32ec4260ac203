package chat.parley.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time that a scenario cannot move. */
final class RealTime {
  static final String HOW = "really waited for, as the time of a server cannot be moved";

  private RealTime() {}

  static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
