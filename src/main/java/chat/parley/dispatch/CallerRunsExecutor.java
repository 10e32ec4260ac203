package chat.parley.dispatch;

import com.typesafe.config.Config;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.dispatch.DispatcherPrerequisites;
import org.apache.pekko.dispatch.ExecutorServiceConfigurator;
import org.apache.pekko.dispatch.ExecutorServiceFactory;

/**
 * Runs an actor on the thread of whoever wakes it, which saves waking another. Meant for actors
 * that do little and never block, and that are woken from outside: a session, its connection's
 * stream and its socket. A room that tells a thousand links a batch then writes a thousand sockets
 * in one go, as an event loop would.
 *
 * <p>With {@code after-turns = on} an actor runs when the turn of such an actor has ended that
 * wakes it, never within it. Sessions need that: a stream that is told something from within its
 * own turn deals with it before what has been told to it already, so what a room and a session
 * write to a client would change places. (Sockets must not: a stream that asks for more gathers
 * what there is within its turn.)
 *
 * <p>An actor that has more to do than one turn (the dispatcher's {@code throughput}) goes on in a
 * pool, so that nobody is held up by whom it has told something.
 *
 * <p>Named in a dispatcher's configuration: {@code executor =
 * "chat.parley.dispatch.CallerRunsExecutor"}.
 */
public final class CallerRunsExecutor extends ExecutorServiceConfigurator {
  /** The configured dispatcher for sessions. */
  public static final String SESSIONS = "parley-sessions";

  private final boolean afterTurns;

  /** Called by Pekko. */
  public CallerRunsExecutor(Config config, DispatcherPrerequisites prerequisites) {
    super(config, prerequisites);
    this.afterTurns = config.getBoolean("after-turns");
  }

  @Override
  public ExecutorServiceFactory createExecutorServiceFactory(
      String id, ThreadFactory threadFactory) {
    return () -> new CallerRuns(afterTurns);
  }

  /** An executor of its own, for tests. */
  static ExecutorService create(boolean afterTurns) {
    return new CallerRuns(afterTurns);
  }

  /** What one thread runs, and what it has to run afterwards. */
  private static final class Turns {
    private static final ThreadLocal<Turns> OF_THREAD = ThreadLocal.withInitial(Turns::new);

    private final ArrayDeque<Turn> after = new ArrayDeque<>();
    private Runnable running;

    /** Runs {@code task} within what runs already. */
    void run(Runnable task) {
      Runnable outer = running;
      running = task;
      try {
        task.run();
      } finally {
        running = outer;
      }
    }
  }

  private record Turn(Runnable task, ForkJoinPool pool) {}

  private static final class CallerRuns extends AbstractExecutorService {
    private final boolean afterTurns;
    private final ForkJoinPool pool =
        new ForkJoinPool(
            Runtime.getRuntime().availableProcessors(),
            ForkJoinPool.defaultForkJoinWorkerThreadFactory,
            null,
            true);

    CallerRuns(boolean afterTurns) {
      this.afterTurns = afterTurns;
    }

    @Override
    public void execute(Runnable task) {
      Turns here = Turns.OF_THREAD.get();
      if (here.running == null) {
        runAll(task);
      } else if (here.running == task) {
        // It has had its turn and asks for another.
        pool.execute(() -> runAll(task));
      } else if (afterTurns) {
        here.after.add(new Turn(task, pool));
      } else {
        here.run(task);
      }
    }

    private static void runAll(Runnable first) {
      Turns here = Turns.OF_THREAD.get();
      try {
        here.run(first);
        for (Turn next = here.after.poll(); next != null; next = here.after.poll()) {
          here.run(next.task());
        }
      } finally {
        // Only when one has failed, which is no business of those that wait.
        for (Turn left = here.after.poll(); left != null; left = here.after.poll()) {
          Runnable task = left.task();
          left.pool().execute(() -> runAll(task));
        }
      }
    }

    @Override
    public void shutdown() {
      pool.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
      return pool.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
      return pool.isShutdown();
    }

    @Override
    public boolean isTerminated() {
      return pool.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
      return pool.awaitTermination(timeout, unit);
    }
  }
}
