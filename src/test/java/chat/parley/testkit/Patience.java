package chat.parley.testkit;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** The waiting for what must come about soon, in real time, whatever time it is in the scenario. */
final class Patience {
  private Patience() {}

  /**
   * Waits on {@code monitor}, which the caller holds, until {@code condition} is true.
   *
   * @return whether it has become true in time
   */
  static boolean await(Object monitor, Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(monitor, Math.max(left, 1_000_000));
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * What {@code stage} comes to.
   *
   * @param what what has not come about when it does not in time
   */
  static <T> T await(CompletionStage<T> stage, Duration patience, String what) {
    try {
      return stage.toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new StageFailure(what + " within " + patience.toMillis() + " ms");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StageFailure failure) {
        throw failure;
      }
      throw new StageFailure(what + ": " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StageFailure(what + ": interrupted");
    }
  }
}
