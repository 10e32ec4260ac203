package chat.parley.transport;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What waits in all queues of this program together. Each may be within its own bounds and all of
 * them more than the heap: readers that got stuck at different times hold different messages.
 *
 * <p>When it is too much, the queue that has held something for longest is told to forget it:
 * whoever reads at all empties its queue again and again, and so is not the first. Queues that hold
 * little are not counted, and bytes that wait for several are counted for each.
 */
final class MemoryBudget {
  /** That of this program, as there is one heap. */
  static final MemoryBudget ALL = new MemoryBudget();

  /** In what steps it is counted, the first of each queue free. */
  static final int STEP = 64 * 1024;

  /** Those that hold something that counts, the longest first. */
  private final Set<Share> holders = new LinkedHashSet<>();

  private long steps;

  /** What one queue holds of it. */
  final class Share {
    private final long maxSteps;
    private final Runnable forget;

    /** What the queue has told last; for its own thread. */
    private long told;

    private long counted;
    private boolean toldToForget;

    private Share(long maxSteps, Runnable forget) {
      this.maxSteps = maxSteps;
      this.forget = forget;
    }

    /** The queue holds so many bytes now. */
    void holds(long bytes) {
      long now = Math.max(0, bytes - 1) / STEP;
      if (now != told) {
        told = now;
        count(this, now);
      }
    }
  }

  /**
   * A share for a new queue, which must hold nothing at its end.
   *
   * @param max how many bytes all together may hold
   * @param forget has the queue forget what it holds; called from any thread
   */
  Share share(long max, Runnable forget) {
    return new Share(max / STEP, forget);
  }

  private void count(Share share, long now) {
    Share first;
    synchronized (this) {
      if (share.toldToForget) {
        share.toldToForget = now > 0;
        return;
      }
      set(share, now);
      if (steps <= share.maxSteps || holders.isEmpty()) {
        return;
      }
      first = holders.iterator().next();
      set(first, 0); // as good as forgotten
      first.toldToForget = true;
    }
    first.forget.run();
  }

  private void set(Share share, long now) {
    steps += now - share.counted;
    share.counted = now;
    if (now == 0) {
      holders.remove(share);
    } else {
      holders.add(share);
    }
  }

  /** How many bytes are counted. */
  synchronized long bytes() {
    return steps * STEP;
  }
}
