package chat.parley.dispatch;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of the chat, as many as there are processors, before one queue. A task waits for
 * those that came before it and for no others. (A worker of a fork-join pool in async mode looks at
 * its own queue first: as long as busy rooms give it work, what other threads submit may wait for
 * ever.)
 */
final class FairPool extends ThreadPoolExecutor {
  private static final int MAX_THREADS = 64;
  private static final long IDLE_SECONDS = 60;

  private final long sliceNanos;

  /** Threads made by {@code factory} and called {@code name-1}, {@code name-2}, … */
  FairPool(String name, ThreadFactory factory, Duration slice) {
    super(
        threads(),
        threads(),
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        named(name, factory));
    allowCoreThreadTimeOut(true);
    this.sliceNanos = slice.toNanos();
  }

  private static int threads() {
    return Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
  }

  private static ThreadFactory named(String name, ThreadFactory factory) {
    AtomicInteger made = new AtomicInteger();
    return task -> {
      Thread thread = factory.newThread(task);
      thread.setName(name + "-" + made.incrementAndGet());
      return thread;
    };
  }

  /** How long a thread goes on with those it wakes while others wait for a thread. */
  long sliceNanos() {
    return sliceNanos;
  }

  /** Whether a task waits for a thread. */
  boolean isAnythingWaiting() {
    return !getQueue().isEmpty();
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable task) {
    Turns.ofThread().beginTaskOfPool();
  }

  @Override
  protected void afterExecute(Runnable task, Throwable failure) {
    Turns.ofThread().endTask();
  }
}
