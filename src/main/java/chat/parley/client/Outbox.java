package chat.parley.client;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * Lines on their way to the server, in the order in which they were typed. It is open while the
 * server takes lines and shut otherwise; what is put in meanwhile is kept. A line leaves it only
 * when it has been written. Used by several threads.
 */
final class Outbox {
  /** How many lines may wait before {@link #awaitRoom} waits. */
  private static final int ROOMY = 1000;

  private static final long JUST_NANOS = 2_000_000_000;

  private final ArrayDeque<String> lines = new ArrayDeque<>();
  private final SentLines unanswered = new SentLines();
  private boolean open;
  private boolean closed;
  private boolean sentAny;
  private long lastSent;

  synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  /** What has left it and not been answered. */
  SentLines unanswered() {
    return unanswered;
  }

  /** Puts {@code earlier} before all lines that wait. */
  synchronized void addFirst(List<String> earlier) {
    List<String> later = List.copyOf(lines);
    lines.clear();
    lines.addAll(earlier);
    lines.addAll(later);
    notifyAll();
  }

  /** Takes out the first line that waits, which is not to be sent as what it was put in as. */
  synchronized Optional<String> take() {
    Optional<String> first = Optional.ofNullable(lines.poll());
    notifyAll();
    return first;
  }

  /** Takes out all lines, which are not to be sent; answers how many. */
  synchronized int clear() {
    int waiting = lines.size();
    lines.clear();
    notifyAll();
    return waiting;
  }

  /** The server takes lines from now on. */
  synchronized void open() {
    open = true;
    notifyAll();
  }

  /** The server takes no lines for now. */
  synchronized void shut() {
    open = false;
  }

  synchronized boolean isOpen() {
    return open;
  }

  /** Nothing will be sent any more; nobody waits any longer. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** So many lines, as people say it. */
  static String inWords(int lines) {
    return lines + (lines == 1 ? " line" : " lines");
  }

  /** How many lines have not been written. */
  synchronized int waiting() {
    return lines.size();
  }

  /**
   * The first line that waits, which stays until it is {@link #sent}; waits until there is one and
   * the outbox is open. Null when it has been closed.
   */
  synchronized String next() throws InterruptedException {
    while (!closed && !(open && !lines.isEmpty())) {
      wait();
    }
    return closed ? null : lines.peek();
  }

  /** The first line has been written. */
  synchronized void sent() {
    lines.remove();
    lastSent = System.nanoTime();
    sentAny = true;
    notifyAll();
  }

  /** Whether a line was written so shortly ago that the server may not have read it. */
  synchronized boolean hasJustSent() {
    return sentAny && System.nanoTime() - lastSent < JUST_NANOS;
  }

  /** Waits until few enough lines wait that one more can, or until it is closed. */
  synchronized void awaitRoom() throws InterruptedException {
    while (!closed && lines.size() >= ROOMY) {
      wait();
    }
  }

  /**
   * Waits until all lines have been written, or the outbox is closed, or time is up.
   *
   * @param millis how long at most; 0 for as long as it takes
   */
  synchronized void awaitEmpty(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (!closed && !lines.isEmpty()) {
      long left = millis == 0 ? 0 : (end - System.nanoTime()) / 1_000_000;
      if (millis != 0 && left <= 0) {
        return;
      }
      wait(left);
    }
  }
}
