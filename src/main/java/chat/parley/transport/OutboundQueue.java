package chat.parley.transport;

import java.util.ArrayDeque;
import java.util.function.LongFunction;
import org.apache.pekko.util.ByteString;

/**
 * What waits to be written to one socket, bounded in messages and in bytes. What does not fit is
 * left out, counted, and spoken of at the place where it is missing.
 *
 * <p>After something has been left out nothing more is taken until half of what waited has been
 * written: a reader at its limit misses one stretch now and then, not every other message.
 */
final class OutboundQueue {
  /** About what the heap takes for each thing that waits, beside its bytes. */
  private static final int OVERHEAD = 96;

  /** How many bytes are taken together at most, unless one message alone has more. */
  private static final int MAX_WRITE = 64 * 1024;

  /**
   * @param missed how many messages it says are missing; 0 if it is not such a notice
   */
  private record Waiting(ByteString bytes, int messages, long missed) {}

  private final int maxMessages;
  private final long maxBytes;
  private final MemoryBudget.Share share;
  private final LongFunction<ByteString> gapNotice;
  private final ArrayDeque<Waiting> queue = new ArrayDeque<>(2);
  private int messages;
  private long bytes;

  /** How many messages are missing after the last one that waits. */
  private long missing;

  private long leftOut;

  /** Whether nothing is taken until there has been a poll. */
  private boolean forgotten;

  /**
   * @param share of what all queues together may hold
   * @param gapNotice the bytes that say that so many messages are missing
   */
  OutboundQueue(
      int maxMessages,
      long maxBytes,
      MemoryBudget.Share share,
      LongFunction<ByteString> gapNotice) {
    this.maxMessages = maxMessages;
    this.maxBytes = maxBytes;
    this.share = share;
    this.gapNotice = gapNotice;
  }

  /**
   * Takes {@code written}, which counts as {@code count} messages, or leaves it out. Presence
   * counts as none while it waits, but as one when it is missing: the reader is to know of it.
   *
   * @return whether it was taken
   */
  boolean offer(ByteString written, int count) {
    boolean nothingWaits = queue.isEmpty();
    if (missing > 0 && hasDrained()) {
      closeGap();
    }
    boolean fits = messages + count <= maxMessages && bytes + written.length() <= maxBytes;
    // A single message larger than the bounds must get through when nothing else waits.
    if (missing > 0 || !(fits || nothingWaits)) {
      leaveOut(count);
      return false;
    }
    add(new Waiting(written, count, 0));
    return true;
  }

  private void leaveOut(int count) {
    int missed = Math.max(count, 1);
    missing += missed;
    leftOut += missed;
  }

  /** How many messages have been left out in all. */
  long leftOut() {
    return leftOut;
  }

  /** How many messages wait. */
  int waiting() {
    return messages;
  }

  boolean isEmpty() {
    return queue.isEmpty() && missing == 0;
  }

  /**
   * Whether so much waits that a client should not be asked for requests whose answers would too.
   */
  boolean isCrowded() {
    return missing > 0 || !hasDrained();
  }

  /** The next bytes to write; not to be called when {@linkplain #isEmpty() empty}. */
  ByteString poll() {
    forgotten = false;
    if (queue.isEmpty()) {
      closeGap();
    }
    Waiting first = remove();
    if (queue.isEmpty() || first.bytes().length() + queue.peek().bytes().length() > MAX_WRITE) {
      return first.bytes();
    }
    return together(first);
  }

  /** Leaves out everything that waits, and whatever comes until there has been a {@link #poll}. */
  void forget() {
    for (Waiting each : queue) {
      if (each.missed() > 0) {
        missing += each.missed();
      } else {
        leaveOut(each.messages());
      }
    }
    forgotten = true;
    removeAll();
  }

  /** As if nothing had ever waited. */
  void clear() {
    missing = 0;
    forgotten = false;
    removeAll();
  }

  private void removeAll() {
    queue.clear();
    messages = 0;
    bytes = 0;
    share.holds(0);
  }

  private ByteString together(Waiting first) {
    byte[] all = new byte[(int) Math.min(MAX_WRITE, first.bytes().length() + bytes)];
    int length = 0;
    Waiting next = first;
    while (true) {
      next.bytes().copyToArray(all, length, next.bytes().length());
      length += next.bytes().length();
      if (queue.isEmpty() || length + queue.peek().bytes().length() > all.length) {
        return ByteString.fromArrayUnsafe(all, 0, length);
      }
      next = remove();
    }
  }

  private boolean hasDrained() {
    return !forgotten && messages <= maxMessages / 2 && bytes <= maxBytes / 2;
  }

  private void closeGap() {
    add(new Waiting(gapNotice.apply(missing), 0, missing));
    missing = 0;
  }

  private void add(Waiting next) {
    queue.add(next);
    messages += next.messages();
    bytes += next.bytes().length();
    share.holds(heap());
  }

  private Waiting remove() {
    Waiting next = queue.remove();
    messages -= next.messages();
    bytes -= next.bytes().length();
    share.holds(heap());
    return next;
  }

  /** Whether so much waits that it counts among what waits in all queues. */
  boolean isCounted() {
    return heap() > MemoryBudget.STEP;
  }

  private long heap() {
    return bytes + (long) OVERHEAD * queue.size();
  }
}
