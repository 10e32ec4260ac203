package chat.parley.session;

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
final class Outbox {
  /** How many bytes are taken together at most, unless one message alone has more. */
  private static final int MAX_WRITE = 64 * 1024;

  private record Waiting(ByteString bytes, int messages) {}

  private final int maxMessages;
  private final long maxBytes;
  private final CommonStore.Share share;
  private final LongFunction<ByteString> gapNotice;
  private final ArrayDeque<Waiting> queue = new ArrayDeque<>(2);
  private int messages;
  private long bytes;

  /** How many messages are missing after the last one that waits. */
  private long missing;

  private long leftOut;

  /**
   * @param share of what all outboxes together may hold
   * @param gapNotice the bytes that say that so many messages are missing
   */
  Outbox(
      int maxMessages, long maxBytes, CommonStore.Share share, LongFunction<ByteString> gapNotice) {
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
    if (missing > 0 || !(fits || nothingWaits) || !share.holds(bytes + written.length())) {
      int missed = Math.max(count, 1);
      missing += missed;
      leftOut += missed;
      return false;
    }
    add(written, count);
    return true;
  }

  /** How many messages have been left out in all. */
  long leftOut() {
    return leftOut;
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
    if (queue.isEmpty()) {
      closeGap();
    }
    Waiting first = remove();
    if (queue.isEmpty() || first.bytes().length() + queue.peek().bytes().length() > MAX_WRITE) {
      return first.bytes();
    }
    return together(first);
  }

  /** Forgets everything that waits. */
  void clear() {
    queue.clear();
    messages = 0;
    bytes = 0;
    missing = 0;
    share.givesBackDownTo(0);
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
    return messages <= maxMessages / 2 && bytes <= maxBytes / 2;
  }

  private void closeGap() {
    add(gapNotice.apply(missing), 0);
    missing = 0;
  }

  private void add(ByteString written, int count) {
    queue.add(new Waiting(written, count));
    messages += count;
    bytes += written.length();
  }

  private Waiting remove() {
    Waiting next = queue.remove();
    messages -= next.messages();
    bytes -= next.bytes().length();
    share.givesBackDownTo(bytes);
    return next;
  }
}
