package chat.parley.dispatch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * One dispatcher's share of the pool that an actor system's dispatchers have in common. The pool is
 * made for the first of them and ends with the last. Subclasses say how a task gets there.
 */
abstract class SharedPool extends AbstractExecutorService {
  private static final String THREADS = "parley-chat";

  /** How long a slice is ({@link Turns}) but in tests. */
  static final Duration SLICE = Duration.ofMillis(1);

  /** By the event stream of their actor system, which its dispatchers have in common. */
  private static final Map<Object, Entry> POOLS = new HashMap<>();

  private static final class Entry {
    final FairPool pool;
    int users;

    Entry(FairPool pool) {
      this.pool = pool;
    }
  }

  private final Object system;
  private final FairPool pool;
  private volatile boolean shutdown;

  /** Shares a pool with all that name the same {@code system}. */
  SharedPool(Object system, ThreadFactory threads, Duration slice) {
    this.system = system;
    synchronized (POOLS) {
      Entry entry =
          POOLS.computeIfAbsent(system, key -> new Entry(new FairPool(THREADS, threads, slice)));
      entry.users++;
      this.pool = entry.pool;
    }
  }

  final FairPool pool() {
    return pool;
  }

  @Override
  public final void shutdown() {
    synchronized (POOLS) {
      if (shutdown) {
        return;
      }
      shutdown = true;
      Entry entry = POOLS.get(system);
      entry.users--;
      if (entry.users == 0) {
        POOLS.remove(system);
        pool.shutdown();
      }
    }
  }

  /** What waits belongs to other dispatchers too, so it is run. */
  @Override
  public final List<Runnable> shutdownNow() {
    shutdown();
    return List.of();
  }

  @Override
  public final boolean isShutdown() {
    return shutdown;
  }

  @Override
  public final boolean isTerminated() {
    return shutdown && (!pool.isShutdown() || pool.isTerminated());
  }

  @Override
  public final boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return isTerminated() || (shutdown && pool.awaitTermination(timeout, unit));
  }
}
