package chat.parley.transport;

import java.time.Duration;

/**
 * What a connection may hold and how it ends; {@code parley.session} in {@code reference.conf}
 * explains each.
 *
 * @param maxMessages how many posts and notices may wait for a slow reader
 * @param maxBytes how many bytes of them
 * @param maxBytesInAll how many bytes may wait for all slow readers together, beyond 64 KiB for
 *     each
 * @param slow what happens when more would wait
 * @param stuckAfter how long a client may read nothing while something waits; zero for ever
 * @param linger how long a connection that ends may take to write what waits
 */
public record ConnectionSettings(
    int maxMessages,
    long maxBytes,
    long maxBytesInAll,
    Slow slow,
    Duration stuckAfter,
    Duration linger) {

  /** What happens to a reader that does not keep up. */
  public enum Slow {
    /** It misses messages and is told how many. */
    SKIP,
    /** It is told so and disconnected. */
    DISCONNECT
  }
}
