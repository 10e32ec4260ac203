package chat.parley.dispatch;

import com.typesafe.config.Config;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
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
 * <p>An actor that has more to do than one turn (the dispatcher's {@code throughput}) goes on in a
 * pool, so that nobody is held up by whom it has told something.
 *
 * <p>Named in a dispatcher's configuration: {@code executor =
 * "chat.parley.dispatch.CallerRunsExecutor"}.
 */
public final class CallerRunsExecutor extends ExecutorServiceConfigurator {
  /** The configured dispatcher for everything that belongs to one connection. */
  public static final String DISPATCHER = "parley-connections";

  /** Called by Pekko. */
  public CallerRunsExecutor(Config config, DispatcherPrerequisites prerequisites) {
    super(config, prerequisites);
  }

  @Override
  public ExecutorServiceFactory createExecutorServiceFactory(
      String id, ThreadFactory threadFactory) {
    return CallerRuns::new;
  }

  private static final class CallerRuns extends AbstractExecutorService {
    private static final ThreadLocal<Runnable> running = new ThreadLocal<>();

    private final ForkJoinPool pool =
        new ForkJoinPool(
            Runtime.getRuntime().availableProcessors(),
            ForkJoinPool.defaultForkJoinWorkerThreadFactory,
            null,
            true);

    @Override
    public void execute(Runnable task) {
      Runnable outer = running.get();
      if (outer == task) {
        // It has had its turn and asks for another.
        pool.execute(task);
        return;
      }
      running.set(task);
      try {
        task.run();
      } finally {
        running.set(outer);
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
