package chat.parley.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** The thread that waits for the disk in a writer's place: it does one thing after the other. */
final class DiskThread {
  private final StoreTarget target;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            var made = new Thread(work, "parley-store-writer");
            // A disk that hangs does not keep the server from ending.
            made.setDaemon(true);
            return made;
          });

  /**
   * @param target its own from now on, but for its settings
   */
  DiskThread(StoreTarget target) {
    this.target = target;
  }

  void configure(StoreCommand.Configure settings) {
    target.configure(settings);
  }

  /** Does something; {@link #failure} says why it could not. */
  <T> CompletableFuture<T> run(Function<StoreTarget, T> work) {
    return CompletableFuture.supplyAsync(() -> work.apply(target), thread);
  }

  /** What people are told of a failure of {@link #run}. */
  static StoreException failure(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause instanceof StoreException known
        ? known
        : new StoreException("the store has failed: " + cause, cause);
  }

  /**
   * Does something last, closes the target and waits for that.
   *
   * @throws StoreException when it could not be done, or takes too long
   */
  <T> T end(Function<StoreTarget, T> work, Duration atMost) {
    CompletableFuture<T> end =
        run(
            it -> {
              try (it) {
                return work.apply(it);
              }
            });
    thread.shutdown();
    try {
      return end.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (TimeoutException e) {
      throw new StoreException("the store takes longer than " + atMost.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("the server is ended at once", e);
    }
  }
}
