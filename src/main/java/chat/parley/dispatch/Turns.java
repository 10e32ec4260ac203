package chat.parley.dispatch;

import java.util.ArrayDeque;

/**
 * The turns of the actors that one thread wakes: those that it runs, and those that it has to run
 * afterwards. Each thread has an object of its own.
 *
 * <p>A slice bounds it in time: when a thread has run for {@link FairPool#sliceNanos} and others
 * wait in the pool, whatever is woken next goes to the end of the pool's queue. Without that a room
 * that wakes a thousand connections, of which each wakes a session, would keep its thread for as
 * long as that takes. What is deferred goes there together, as one task, and is run as it would
 * have been here, a slice at a time: a task for each would cost a room of a thousand more than its
 * posts.
 */
final class Turns {
  private static final ThreadLocal<Turns> OF_THREAD = ThreadLocal.withInitial(Turns::new);

  private record Turn(Runnable task, FairPool pool) {}

  private final ArrayDeque<Turn> after = new ArrayDeque<>();
  private Runnable running;
  private long sliceBegan;
  private boolean inPool;

  /** What goes to the pool when the task ends that runs now; null when there is nothing. */
  private Deferred deferred;

  static Turns ofThread() {
    return OF_THREAD.get();
  }

  /** Called by a thread of the pool before each of its tasks. */
  void beginTaskOfPool() {
    inPool = true;
    sliceBegan = System.nanoTime();
  }

  /** Called by a thread of the pool after each of its tasks. */
  void endTask() {
    Deferred rest = deferred;
    deferred = null;
    if (rest != null) {
      rest.pool.execute(rest);
    }
  }

  /** Runs {@code task} now if it can, otherwise within the turn, after it or in {@code pool}. */
  void execute(Runnable task, boolean afterTurns, FairPool pool) {
    if (running == null && !inPool) {
      sliceBegan = System.nanoTime();
      try {
        runAll(task);
      } finally {
        endTask();
      }
    } else if (running == task) {
      // It has had its turn and asks for another.
      pool.execute(() -> ofThread().runAll(task));
    } else if (isSliceOver(pool)) {
      defer(task, pool);
    } else if (running == null) {
      runAll(task);
    } else if (afterTurns) {
      after.add(new Turn(task, pool));
    } else {
      run(task);
    }
  }

  /** A thread that is not of the pool (a selector's) has always something else to do. */
  private boolean isSliceOver(FairPool pool) {
    return (!inPool || pool.isAnythingWaiting())
        && System.nanoTime() - sliceBegan > pool.sliceNanos();
  }

  private void defer(Runnable task, FairPool pool) {
    if (deferred != null && deferred.pool != pool) {
      endTask();
    }
    if (deferred == null) {
      deferred = new Deferred(pool);
    }
    deferred.tasks.add(task);
  }

  private void runAll(Runnable first) {
    try {
      run(first);
      Turn next = after.peek();
      while (next != null && !isSliceOver(next.pool())) {
        after.remove();
        run(next.task());
        next = after.peek();
      }
    } finally {
      // When the slice is over, or when one has failed, which is no business of those that wait.
      for (Turn left = after.poll(); left != null; left = after.poll()) {
        defer(left.task(), left.pool());
      }
    }
  }

  /** Runs {@code task} within what runs already. */
  private void run(Runnable task) {
    Runnable outer = running;
    running = task;
    try {
      task.run();
    } finally {
      running = outer;
    }
  }

  /** The tasks that were woken when a slice was over. */
  private static final class Deferred implements Runnable {
    final FairPool pool;
    final ArrayDeque<Runnable> tasks = new ArrayDeque<>();

    Deferred(FairPool pool) {
      this.pool = pool;
    }

    @Override
    public void run() {
      Turns here = ofThread();
      try {
        do {
          here.runAll(tasks.remove());
        } while (!tasks.isEmpty() && !here.isSliceOver(pool));
      } finally {
        // Also when one has failed.
        if (!tasks.isEmpty()) {
          pool.execute(this);
        }
      }
    }
  }
}
