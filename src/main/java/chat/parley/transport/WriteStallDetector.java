package chat.parley.transport;

import java.time.Duration;

/**
 * Finds out whether a client has read nothing since something waits for it. It has no clock:
 * whoever has it looks a few times within that time, and it counts the looks between which nothing
 * happened. A server that was itself stopped for a while, and then looks once, does not take its
 * clients for stuck.
 */
final class WriteStallDetector {
  private static final int LOOKS = 4;
  private static final Duration MIN_PACE = Duration.ofMillis(1);

  private boolean taken;
  private int inVain;

  /** How long from one look to the next. */
  static Duration interval(Duration stuckAfter) {
    Duration interval = stuckAfter.dividedBy(LOOKS);
    return interval.compareTo(MIN_PACE) < 0 ? MIN_PACE : interval;
  }

  /** The client's socket has taken something. */
  void taken() {
    taken = true;
  }

  /** Whether nothing was taken between the last few looks. */
  boolean look() {
    inVain = taken ? 0 : inVain + 1;
    taken = false;
    return inVain >= LOOKS;
  }
}
