package chat.parley.session;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes wait in all outboxes of this program together. Each may be within its own bounds
 * and all of them more than the heap: readers that got stuck at different times hold different
 * bytes.
 *
 * <p>A little may always wait for each, so that nobody who reads misses anything because of those
 * who do not. Bytes that wait for several are counted for each.
 */
final class CommonStore {
  /** What may wait for each without being counted. */
  static final int FREE_EACH = 64 * 1024;

  /** That of this program. */
  static final CommonStore ALL = new CommonStore();

  private final AtomicLong bytes = new AtomicLong();

  /** What one outbox holds of it; used by one thread at a time. */
  final class Share {
    private final long maxInAll;
    private long counted;

    private Share(long maxInAll) {
      this.maxInAll = maxInAll;
    }

    /** Whether the outbox may hold so many bytes; if so, they are its own now. */
    boolean holds(long wanted) {
      long more = wanted - FREE_EACH - counted;
      if (more <= 0) {
        return true;
      }
      if (bytes.addAndGet(more) > maxInAll) {
        bytes.addAndGet(-more);
        return false;
      }
      counted += more;
      return true;
    }

    /** The outbox holds no more than so many bytes now. */
    void givesBackDownTo(long held) {
      long less = counted - Math.max(0, held - FREE_EACH);
      if (less > 0) {
        bytes.addAndGet(-less);
        counted -= less;
      }
    }
  }

  /**
   * A share for a new outbox, which must give it back.
   *
   * @param maxInAll how many bytes all may hold beyond what each may always
   */
  Share share(long maxInAll) {
    return new Share(maxInAll);
  }

  /** How many bytes are counted. */
  long bytes() {
    return bytes.get();
  }
}
