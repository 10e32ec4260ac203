package chat.parley.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Does many things, a few of them at a time. */
final class Workers {
  /** How many at a time. */
  static final int COUNT = 8;

  private static final int PATIENCE_SECONDS = 240;

  /** One of the things. */
  interface Task {
    /**
     * Does one.
     *
     * @param number from 1
     * @param worker who does it, from 0
     */
    void run(int number, int worker) throws Exception;
  }

  private Workers() {}

  /**
   * Does {@code task} so many times, and waits until that is done.
   *
   * @return how many were done a second
   */
  static long repeat(int times, Task task) throws Exception {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(COUNT);
    try {
      List<Future<Void>> workers = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        int worker = i;
        workers.add(
            pool.submit(
                () -> {
                  int number = next.incrementAndGet();
                  for (; number <= times; number = next.incrementAndGet()) {
                    task.run(number, worker);
                  }
                  return null;
                }));
      }
      for (Future<Void> each : workers) {
        each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (TimeoutException e) {
      throw new AssertionError(
          "waited "
              + PATIENCE_SECONDS
              + " s in vain for "
              + next.get()
              + " of "
              + times
              + " things to be done",
          e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      next.set(times);
      pool.shutdown();
    }
    return Math.round(times / ((System.nanoTime() - start) / 1e9));
  }
}
