package chat.parley.bench;

/**
 * When messages are due: evenly over time, whatever happens. A message that cannot be sent in time
 * stays due when it was, and so do those behind it: whoever measures latency from there sees the
 * whole of a stall, not just the one message that was under way (coordinated omission).
 */
final class Pace {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long start;
  private final double interval;

  /**
   * @param start when the first message is due, in nanoseconds
   * @param rate how many are due in a second
   */
  Pace(long start, double rate) {
    this.start = start;
    this.interval = NANOS_PER_SECOND / rate;
  }

  /** When message {@code number}, from 0, is due, in nanoseconds. */
  long due(long number) {
    return start + Math.round(number * interval);
  }
}
