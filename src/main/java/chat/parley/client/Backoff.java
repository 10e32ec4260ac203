package chat.parley.client;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The wait before the next try: each time up to twice as long as before, to a limit. The upper half
 * of each wait is left to chance, so that the clients of a server that went away do not all come
 * back in the same moment.
 */
final class Backoff {
  private final Duration first;
  private final Duration limit;
  private final DoubleSupplier random;
  private Duration ceiling;

  /**
   * @param first the longest first wait
   * @param limit the longest wait of all
   * @param random from 0 to 1
   */
  Backoff(Duration first, Duration limit, DoubleSupplier random) {
    this.first = first;
    this.limit = limit;
    this.random = random;
    this.ceiling = first;
  }

  /** The next wait. */
  Duration next() {
    long half = ceiling.toMillis() / 2;
    Duration wait = Duration.ofMillis(half + Math.round(half * random.getAsDouble()));
    Duration doubled = ceiling.multipliedBy(2);
    ceiling = doubled.compareTo(limit) < 0 ? doubled : limit;
    return wait;
  }

  /** It worked; the next wait is a first one. */
  void reset() {
    ceiling = first;
  }
}
