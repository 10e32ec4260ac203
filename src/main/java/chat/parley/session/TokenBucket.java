package chat.parley.session;

/**
 * A token bucket: holds so many tokens at most, is full at first, and gets new ones at a steady
 * rate. Times are {@link System#nanoTime}'s, given by the caller and never going back.
 */
public final class TokenBucket {
  /**
   * What a token counts. A nanosecond brings as much as there are tokens in a second, so nothing is
   * ever rounded.
   */
  private static final long TOKEN = 1_000_000_000;

  private final int perSecond;
  private final long full;
  private long credit;
  private long countedAt;

  /**
   * @param perSecond how many tokens come each second, from 1 to a million
   * @param burst how many there are at most, from 1 to a million
   */
  public TokenBucket(int perSecond, int burst, long now) {
    this.perSecond = perSecond;
    this.full = burst * TOKEN;
    this.credit = full;
    this.countedAt = now;
  }

  /** How many tokens there are. */
  public int available(long now) {
    long elapsed = now - countedAt;
    countedAt = now;
    boolean fills =
        elapsed > (full - credit) / perSecond; // what it brings may be too much to count
    credit = fills ? full : credit + elapsed * perSecond;
    return (int) (credit / TOKEN);
  }

  /** Takes {@code tokens} of the {@link #available} ones. */
  public void take(int tokens) {
    credit -= tokens * TOKEN;
  }

  /** In how many nanoseconds there are {@code tokens}, no more than the burst. */
  public long nanosUntil(int tokens, long now) {
    available(now);
    long missing = Math.min(tokens * TOKEN, full) - credit;
    return missing <= 0 ? 0 : (missing + perSecond - 1) / perSecond;
  }
}
