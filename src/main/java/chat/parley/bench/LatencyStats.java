package chat.parley.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The deliveries of one phase of a run: how many, how late, and when the last one was. */
final class LatencyStats {
  private static final long NANOS_PER_MICRO = 1000;
  private static final long LONGEST = 3_600_000_000L;
  private static final int SIGNIFICANT_DIGITS = 3;

  private final Histogram latencies = new Histogram(LONGEST, SIGNIFICANT_DIGITS);
  private final long start = System.nanoTime();
  private long last = start;

  /**
   * Counts a message.
   *
   * @param due when it was due to be sent
   * @param now when it came
   */
  void delivered(long due, long now) {
    last = now;
    latencies.recordValue(Math.max(0, Math.min((now - due) / NANOS_PER_MICRO, LONGEST)));
  }

  /** When the phase began, as {@link System#nanoTime} tells it. */
  long start() {
    return start;
  }

  /** When the last delivery was, or the beginning of the phase. */
  long last() {
    return last;
  }

  long deliveries() {
    return latencies.getTotalCount();
  }

  /** The latencies that so many of the deliveries do not exceed, and the longest; microseconds. */
  Map<String, Long> percentiles() {
    Map<String, Long> percentiles = new LinkedHashMap<>();
    percentiles.put("p50", latencies.getValueAtPercentile(50));
    percentiles.put("p90", latencies.getValueAtPercentile(90));
    percentiles.put("p99", latencies.getValueAtPercentile(99));
    percentiles.put("p99.9", latencies.getValueAtPercentile(99.9));
    percentiles.put("max", latencies.getMaxValue());
    return percentiles;
  }
}
