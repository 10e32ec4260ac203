package chat.parley.dispatch;

import java.util.ArrayDeque;

/**
 * What one thread runs on behalf of those it wakes, and what it has to run afterwards. A thread has
 * one; it is confined to it.
 *
 * <p>A slice bounds it in time: when a thread has run for {@link FairPool#sliceNanos} and others
 * wait in the pool, whatever is woken next goes to the end of the pool's queue. Without that a room
 * that wakes a thousand connections, of which each wakes a session, would keep its thread for as
 * long as that takes. What is put off goes there together, as one task, and is run as it would have
 * been here, a slice at a time: a task for each would cost a room of a thousand more than its
 * posts.
 */
final class Turns {
  private static final ThreadLocal<Turns> OF_THREAD = ThreadLocal.withInitial(Turns::new);

  private record Turn(Runnable task, FairPool pool) {}

  private final ArrayDeque<Turn> after = new ArrayDeque<>();
  private Runnable running;
  private long sliceBegan;
  private boolean inPool;

  /** What is to be put off when the task ends that runs now; null when there is nothing. */
  private PutOff putOff;

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
    PutOff rest = putOff;
    putOff = null;
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
      putOff(task, pool);
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

  private void putOff(Runnable task, FairPool pool) {
    if (putOff != null && putOff.pool != pool) {
      endTask();
    }
    if (putOff == null) {
      putOff = new PutOff(pool);
    }
    putOff.tasks.add(task);
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
        putOff(left.task(), left.pool());
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

  /** What was woken when a slice was over. */
  private static final class PutOff implements Runnable {
    final FairPool pool;
    final ArrayDeque<Runnable> tasks = new ArrayDeque<>();

    PutOff(FairPool pool) {
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
