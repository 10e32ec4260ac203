package chat.parley.dispatch;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.apache.pekko.dispatch.DispatcherPrerequisites;
import org.apache.pekko.dispatch.ExecutorServiceConfigurator;
import org.apache.pekko.dispatch.ExecutorServiceFactory;

/**
 * An executor that runs an actor on the thread of whoever wakes it, which saves waking another. It
 * is for actors that do little and never block, and that are woken from outside: a session, its
 * connection's stream and its socket. A room that tells a thousand connections a batch then writes
 * to a thousand sockets in one go, as an event loop would.
 *
 * <p>With {@code after-turns = on} an actor runs when the turn of such an actor has ended that
 * wakes it, never within it. Sessions need that: a stream that is told something from within its
 * own turn deals with it before what has been told to it already, so what a room and a session
 * write to a client would change places. (Sockets must not: a stream that asks for more gathers
 * what there is within its turn.)
 *
 * <p>An actor that has more to do than one turn (the dispatcher's {@code throughput} and {@code
 * throughput-deadline-time}) goes on in the {@link FairPool}, and so does one that is woken when
 * the waker's slice of time is over ({@link Turns}). So an actor that tells others something does
 * not wait long for them.
 *
 * <p>Named in a dispatcher's configuration: {@code executor =
 * "chat.parley.dispatch.CallerRunsExecutor"}.
 */
public final class CallerRunsExecutor extends ExecutorServiceConfigurator {
  private final boolean afterTurns;
  private final DispatcherPrerequisites prerequisites;

  /** Called by Pekko. */
  public CallerRunsExecutor(Config config, DispatcherPrerequisites prerequisites) {
    super(config, prerequisites);
    this.afterTurns = config.getBoolean("after-turns");
    this.prerequisites = prerequisites;
  }

  @Override
  public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threads) {
    return () -> new CallerRuns(prerequisites.eventStream(), threads, afterTurns, SharedPool.SLICE);
  }

  /** An executor of its own, for tests; those that name the same {@code system} share a pool. */
  static ExecutorService create(Object system, boolean afterTurns, Duration slice) {
    return new CallerRuns(system, Executors.defaultThreadFactory(), afterTurns, slice);
  }

  private static final class CallerRuns extends SharedPool {
    private final boolean afterTurns;

    CallerRuns(Object system, ThreadFactory threads, boolean afterTurns, Duration slice) {
      super(system, threads, slice);
      this.afterTurns = afterTurns;
    }

    @Override
    public void execute(Runnable task) {
      Turns.ofThread().execute(task, afterTurns, pool());
    }
  }
}
