package chat.parley.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The end of the client: all is well, or a reason why not. The first that is given counts. Used by
 * several threads.
 */
final class StopSignal {
  private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();

  /** All is done. */
  void done() {
    end.complete(Optional.empty());
  }

  /** It cannot go on; {@code why} is one line. */
  void failed(String why) {
    end.complete(Optional.of(why));
  }

  /**
   * It cannot go on; {@code why} is one line.
   *
   * @param answer the line of the server that says so; empty if there is none
   */
  void failed(String why, String answer) {
    failed(answer.isEmpty() ? why : why + ": \"" + answer + "\"");
  }

  boolean hasCome() {
    return end.isDone();
  }

  /** Does something when the end comes, at once if it has. */
  void then(Runnable action) {
    var unused = end.thenRun(action);
  }

  /** Waits for the end. */
  void await() throws InterruptedException {
    try {
      end.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the end, but not longer than {@code timeout}. */
  void await(Duration timeout) throws InterruptedException {
    try {
      end.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      done();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Why it ended; empty when all is well, also before the end. */
  Optional<String> failure() {
    return end.getNow(Optional.empty());
  }
}
