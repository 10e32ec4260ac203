package chat.parley.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** A line on a terminal that says how far something is, and is gone when it is done. */
final class ProgressLine implements AutoCloseable {
  private static final long NANOS_BETWEEN = TimeUnit.MILLISECONDS.toNanos(200);

  private final PrintWriter to;
  private final boolean shown;
  private long next = System.nanoTime();
  private int longest;

  /**
   * @param shown false where there is no terminal, and nothing is written
   */
  ProgressLine(PrintWriter to, boolean shown) {
    this.to = to;
    this.shown = shown;
  }

  /** Says how far it is, some times a second at most. */
  void show(String text) {
    if (!shown || System.nanoTime() - next < 0) {
      return;
    }
    next = System.nanoTime() + NANOS_BETWEEN;
    longest = Math.max(longest, text.length());
    to.print("\r" + text + " ".repeat(longest - text.length()));
    to.flush();
  }

  @Override
  public void close() {
    if (longest > 0) {
      to.print("\r" + " ".repeat(longest) + "\r");
      to.flush();
    }
  }

  /** So many posts, in words. */
  static String posts(long count) {
    return count == 1 ? "1 post" : count + " posts";
  }
}
