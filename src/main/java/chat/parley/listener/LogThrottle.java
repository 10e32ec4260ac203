package chat.parley.listener;

import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * Counts what may happen often, and says when a line may be logged about it: no more than one a
 * minute. For any thread.
 */
final class LogThrottle {
  private static final long BETWEEN_LINES = Duration.ofMinutes(1).toNanos();

  private long count;
  private long nextLine = Long.MIN_VALUE;

  /**
   * It has happened once more.
   *
   * @param now {@link System#nanoTime}
   * @param line logs how often it has happened so far; not called before it is time again
   */
  synchronized void count(long now, LongConsumer line) {
    count++;
    if (nextLine == Long.MIN_VALUE || now - nextLine >= 0) {
      nextLine = now + BETWEEN_LINES;
      line.accept(count);
    }
  }
}
