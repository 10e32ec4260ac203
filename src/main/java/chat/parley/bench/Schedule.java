package chat.parley.bench;

/**
 * The times at which messages are due: evenly spread, whatever happens. A message that cannot be
 * sent in time stays due when it was, and so do those behind it. Latency that is measured from
 * there shows the whole of a stall, not just the one message that was under way (coordinated
 * omission).
 */
final class Schedule {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long start;
  private final double interval;

  /**
   * @param start when the first message is due, in nanoseconds
   * @param rate how many are due in a second
   */
  Schedule(long start, double rate) {
    this.start = start;
    this.interval = NANOS_PER_SECOND / rate;
  }

  /** When message {@code number}, from 0, is due, in nanoseconds. */
  long due(long number) {
    return start + Math.round(number * interval);
  }
}
