package chat.parley.session;

import java.time.Duration;

/** How fast the client of one session may send, counted in frames. */
final class RateLimiter {
  /** How many times a second a client that waits is let go on at most. */
  private static final int TURNS_PER_SECOND = 10;

  private final SessionLimits limits;
  private final TokenBucket bucket;

  private RateLimiter(SessionLimits limits, long now) {
    this.limits = limits;
    this.bucket = new TokenBucket(limits.postsPerSecond(), limits.burst(), now);
  }

  /** The limiter that {@code limits} allow; null for any. */
  static RateLimiter of(SessionLimits limits, long now) {
    return limits.postsPerSecond() == 0 ? null : new RateLimiter(limits, now);
  }

  /** How many frames may be dealt with now. */
  int allowed(long now) {
    return bucket.available(now);
  }

  void count(int frames) {
    bucket.take(frames);
  }

  /**
   * How long to wait when none are allowed and {@code waiting} are there: not for each alone, as a
   * client that floods would otherwise cost a timer per line.
   */
  Duration pause(int waiting, long now) {
    int together = Math.max(1, limits.postsPerSecond() / TURNS_PER_SECOND);
    return Duration.ofNanos(bucket.nanosUntil(Math.min(waiting, together), now));
  }
}
