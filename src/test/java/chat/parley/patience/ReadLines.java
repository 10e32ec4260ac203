package chat.parley.patience;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The lines of a stream, read by a thread of its own, so that a wait for one has an end. */
public final class ReadLines {
  private final String whose;
  private final List<String> lines = new ArrayList<>();
  private boolean ended;
  private int next;

  /**
   * Begins to read.
   *
   * @param whose completes "waited in vain for a line of ..."
   */
  ReadLines(String whose, BufferedReader stream) {
    this.whose = whose;
    Thread thread = new Thread(() -> read(stream), "reads " + whose);
    thread.setDaemon(true);
    thread.start();
  }

  private void read(BufferedReader stream) {
    try (stream) {
      for (String line = stream.readLine(); line != null; line = stream.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      // Its end in any case.
    } finally {
      end();
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** The next line that has not been answered yet; null at the end. */
  public synchronized String next() {
    await("a line of " + whose, () -> next < lines.size());
    return next < lines.size() ? lines.get(next++) : null;
  }

  /** The next line that is as wanted, whatever comes before; fails when it ends without one. */
  public String next(Predicate<String> wanted, String what) {
    List<String> others = new ArrayList<>();
    for (String line = next(); line != null; line = next()) {
      if (wanted.test(line)) {
        return line;
      }
      others.add(line);
    }
    throw new AssertionError(whose + " has ended without " + what + " after: " + others);
  }

  /** All that has not been answered yet, when it has ended. */
  public synchronized List<String> rest() {
    await("the end of " + whose, () -> false);
    List<String> rest = List.copyOf(lines.subList(next, lines.size()));
    next = lines.size();
    return rest;
  }

  /** All that has come so far. */
  public synchronized List<String> soFar() {
    return List.copyOf(lines);
  }

  /** Waits until it is so, or the stream has ended. */
  private void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Wait.PATIENCE.toNanos();
    try {
      while (!condition.getAsBoolean() && !ended) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw Wait.inVain(what + " after " + lines, Wait.PATIENCE);
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      throw Wait.interrupted(what, e);
    }
  }
}
