package chat.parley.session;

/**
 * How long a client has sent nothing, and what follows. Times are {@link System#nanoTime}'s, given
 * by the caller. Who is silent for too long is asked first, and always has time to answer, also
 * when nobody looked for a while.
 */
final class IdleTimeout {
  private static final long MAX_GRACE = 300_000_000_000L;

  /** What is to be done about it. */
  enum Next {
    /** Nothing yet. */
    LISTEN,
    /** The client is to be asked whether it is still there. */
    ASK,
    /** The client is to be disconnected. */
    END
  }

  private final long limit;
  private long since;
  private boolean asked;
  private long askedAt;

  /**
   * @param limit how long a client may be silent, in nanoseconds
   */
  IdleTimeout(long limit, long now) {
    this.limit = limit;
    this.since = now;
  }

  /** The client has sent something. */
  void broken(long now) {
    since = now;
    asked = false;
  }

  /** What is to be done now; then it counts as done. */
  Next next(long now) {
    if (nanosToNext(now) > 0) {
      return Next.LISTEN;
    }
    if (asked) {
      return Next.END;
    }
    asked = true;
    askedAt = now;
    return Next.ASK;
  }

  /** When to look again, in nanoseconds from now. */
  long nanosToNext(long now) {
    return asked ? askedAt + grace() - now : since + limit - grace() - now;
  }

  /** How long a client that has been asked has to answer, in nanoseconds. */
  long grace() {
    return Math.min(limit / 2, MAX_GRACE);
  }
}
