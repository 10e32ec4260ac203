package chat.parley.testkit;

import chat.parley.event.RoomEvent;
import chat.parley.extension.Gate;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * A watch on one extension's actor in one room: whether it is up, what it has dealt with, what it
 * waits for. Its {@link WatchedBehavior} and its {@link WatchedRoom} tell it.
 */
final class Watch {
  private final String name;
  private final AtomicLong activity;
  private final Supplier<CompletionStage<?>> runnerLeft;
  private final Set<Object> dealtWith = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Integer> considered = new HashMap<>();
  private ActorRef<Object> actor;
  private ActorSystem<?> system;
  private boolean up;
  private int crashes;
  private boolean failed;
  private int questions;

  /**
   * @param activity grows with everything that it deals with
   * @param runnerLeft completed when whoever is called {@link WatchedBehavior#RUNNER} is in the
   *     room no more
   */
  Watch(String name, AtomicLong activity, Supplier<CompletionStage<?>> runnerLeft) {
    this.name = name;
    this.activity = activity;
    this.runnerLeft = runnerLeft;
  }

  String name() {
    return name;
  }

  /** When who asks only to learn that those before have been let through may be answered. */
  CompletionStage<?> runnerLeft() {
    return runnerLeft.get();
  }

  synchronized void starts(ActorRef<Object> self, ActorSystem<?> its) {
    actor = self;
    system = its;
    up = true;
    failed = false;
    notifyAll();
  }

  synchronized void isDown() {
    up = false;
    notifyAll();
  }

  synchronized void hasCrashed() {
    crashes++;
    failed = true;
    isDown();
  }

  synchronized void hasDealtWith(Object message) {
    activity.incrementAndGet();
    dealtWith.add(message);
    if (message instanceof Gate.Consider consider) {
      considered.merge(consider.author(), 1, Integer::sum);
    }
    notifyAll();
  }

  /**
   * What its room answers to {@code question}, which it is busy with until then. Whatever it does
   * with the answer at once, it has done when it is not any more.
   */
  <T> CompletionStage<T> untilAnswered(CompletionStage<T> question) {
    count(1);
    CompletableFuture<T> answer = new CompletableFuture<>();
    question.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            answer.complete(value);
          } else {
            answer.completeExceptionally(failure);
          }
          count(-1);
        });
    return answer;
  }

  private synchronized void count(int more) {
    questions += more;
    notifyAll();
  }

  /** Whether it has been started and has not failed since. */
  synchronized boolean isUp() {
    return up;
  }

  /** Waits until this gate has been asked about {@code posts} of {@code author}, or until then. */
  synchronized void awaitConsidered(
      String author, int posts, CompletionStage<?> then, Duration patience) {
    then.whenComplete((answer, failure) -> wake());
    boolean done =
        Patience.await(
            this,
            patience,
            () ->
                then.toCompletableFuture().isDone() || considered.getOrDefault(author, 0) >= posts);
    require(done, "has not been asked about what " + author + " says", patience);
  }

  private synchronized void wake() {
    notifyAll();
  }

  /** Waits until it has been told of its room, or cannot be. */
  synchronized void awaitStart(Duration patience) {
    boolean started =
        Patience.await(this, patience, () -> actor != null && (!up || !dealtWith.isEmpty()));
    require(started, "has not started", patience);
  }

  /** Waits until it has dealt with {@code event} and all before, or is down. */
  synchronized void awaitDealtWith(RoomEvent event, Duration patience) {
    boolean done = Patience.await(this, patience, () -> !up || dealtWith.contains(event));
    require(done, "has not dealt with " + event, patience);
  }

  /**
   * Waits until it has been answered all that it has asked, and has dealt with all that has been
   * told it so far, or is down.
   */
  synchronized void awaitIdle(Duration patience) {
    boolean answered = Patience.await(this, patience, () -> !up || questions == 0);
    require(answered, "has not been answered by its room", patience);
    if (up) {
      CompletableFuture<Boolean> idle = new CompletableFuture<>();
      actor.tell(
          new WatchedBehavior.Ping(
              () -> {
                idle.complete(true);
                wake();
              }));
      boolean done = Patience.await(this, patience, () -> !up || idle.isDone());
      require(done, "is still busy", patience);
    }
  }

  /**
   * Waits until it is decided what becomes of it, if it has failed.
   *
   * @return whether it has failed for the last time
   */
  boolean awaitAftermath(Duration patience) {
    CompletionStage<Boolean> exists = whetherItExists();
    return !Patience.await(exists, patience, name + " has neither stopped nor gone on")
        && hasFailed();
  }

  private synchronized CompletionStage<Boolean> whetherItExists() {
    return up || actor == null
        ? CompletableFuture.completedFuture(true)
        : Existence.of(actor, system, Calm.NO_TIMEOUT);
  }

  private synchronized boolean hasFailed() {
    return failed;
  }

  /** Has the extension throw an exception and waits until it has. */
  synchronized void crash(Duration patience) {
    require(Patience.await(this, patience, () -> actor != null), "has not started", patience);
    if (!up) {
      throw new StageFailure(name + " is down already and cannot crash");
    }
    int before = crashes;
    actor.tell(new WatchedBehavior.Crash());
    require(Patience.await(this, patience, () -> crashes > before), "has not crashed", patience);
  }

  private void require(boolean done, String otherwise, Duration patience) {
    if (!done) {
      throw new StageFailure(name + " " + otherwise + " within " + patience.toMillis() + " ms");
    }
  }
}
