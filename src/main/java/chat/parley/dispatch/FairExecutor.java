package chat.parley.dispatch;

import com.typesafe.config.Config;
import java.util.concurrent.ThreadFactory;
import org.apache.pekko.dispatch.DispatcherPrerequisites;
import org.apache.pekko.dispatch.ExecutorServiceConfigurator;
import org.apache.pekko.dispatch.ExecutorServiceFactory;

/**
 * An executor that runs actors in the {@link FairPool} that all dispatchers of an actor system
 * share: rooms, services, and what {@link CallerRunsExecutor} does not run where it is woken. It is
 * fair since there is one queue for all.
 *
 * <p>Named in a dispatcher's configuration: {@code executor = "chat.parley.dispatch.FairExecutor"}.
 */
public final class FairExecutor extends ExecutorServiceConfigurator {
  private final DispatcherPrerequisites prerequisites;

  /** Called by Pekko. */
  public FairExecutor(Config config, DispatcherPrerequisites prerequisites) {
    super(config, prerequisites);
    this.prerequisites = prerequisites;
  }

  @Override
  public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threads) {
    return () -> new Queued(prerequisites.eventStream(), threads);
  }

  private static final class Queued extends SharedPool {
    Queued(Object system, ThreadFactory threads) {
      super(system, threads, SLICE);
    }

    @Override
    public void execute(Runnable task) {
      pool().execute(task);
    }
  }
}
