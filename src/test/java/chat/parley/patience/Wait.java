package chat.parley.patience;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits that have an end: they fail when what they wait for has not come by then, and say what it
 * was. Each takes a {@code what} that completes "waited 30 s in vain for ...".
 */
public final class Wait {
  /** What nobody has set is waited for so long. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long STEP_NANOS = 2_000_000;

  private Wait() {}

  /** Something that may block, on a connection for example. */
  public interface Blocking<T> {
    T run() throws IOException;
  }

  /** The same, of which nothing comes. */
  public interface Action {
    void run() throws IOException;
  }

  /** What {@code future} comes to. */
  public static <T> T forResult(String what, Future<T> future) {
    return forResult(what, PATIENCE, future);
  }

  /** What {@code future} comes to; if that is an error, it is the cause of one that says so. */
  public static <T> T forResult(String what, Duration patience, Future<T> future) {
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw inVain(what, patience);
    } catch (ExecutionException e) {
      throw new AssertionError("an error came in place of " + what, e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(what, e);
    }
  }

  /** What comes next in {@code queue}. */
  public static <T> T forNext(String what, BlockingQueue<T> queue) {
    try {
      T next = queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        throw inVain(what, PATIENCE);
      }
      return next;
    } catch (InterruptedException e) {
      throw interrupted(what, e);
    }
  }

  /** Until {@code latch} is open. */
  public static void forLatch(String what, CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw inVain(what, PATIENCE);
      }
    } catch (InterruptedException e) {
      throw interrupted(what, e);
    }
  }

  /** Until {@code thread} has ended. */
  public static void forEnd(String what, Duration patience, Thread thread) {
    try {
      thread.join(patience.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(what, e);
    }
    if (thread.isAlive()) {
      throw inVain(what, patience);
    }
  }

  /** Until {@code condition} is true. */
  public static void until(String what, BooleanSupplier condition) {
    until(what, PATIENCE, condition);
  }

  /** Until {@code condition} is true. */
  public static void until(String what, Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw inVain(what, patience);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw interrupted(what, null);
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  /** Writes to a connection whose other side has to take it. */
  public static void toWrite(Socket connection, byte[] bytes) throws IOException {
    doing(
        connection,
        "the other side to take " + bytes.length + " bytes",
        () -> connection.getOutputStream().write(bytes));
  }

  /** Does {@code action}, which reads from or writes to {@code connection}. */
  public static void doing(Closeable connection, String what, Action action) throws IOException {
    on(
        connection,
        what,
        () -> {
          action.run();
          return null;
        });
  }

  /**
   * What {@code blocking} comes to, which reads from or writes to {@code connection}. When that
   * takes too long the connection is closed.
   */
  public static <T> T on(Closeable connection, String what, Blocking<T> blocking)
      throws IOException {
    return on(connection, what, PATIENCE, blocking);
  }

  static <T> T on(Closeable connection, String what, Duration patience, Blocking<T> blocking)
      throws IOException {
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> clock = new CompletableFuture<>();
    clock.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS);
    var unused = clock.thenRunAsync(() -> close(connection, over));
    try {
      return blocking.run();
    } catch (IOException e) {
      if (over.get()) {
        throw inVain(what, patience);
      }
      throw e;
    } finally {
      clock.cancel(false);
    }
  }

  private static void close(Closeable connection, AtomicBoolean over) {
    over.set(true);
    try {
      connection.close();
    } catch (IOException e) {
      // Whoever was blocked hears of it.
    }
  }

  /** What a wait fails with. */
  public static AssertionError inVain(String what, Duration patience) {
    String time =
        patience.toSeconds() > 0 ? patience.toSeconds() + " s" : patience.toMillis() + " ms";
    return new AssertionError("waited " + time + " in vain for " + what);
  }

  static AssertionError interrupted(String what, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new AssertionError("interrupted while waiting for " + what, e);
  }
}
