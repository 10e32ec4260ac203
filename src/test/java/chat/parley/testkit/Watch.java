package chat.parley.testkit;

import chat.parley.event.RoomEvent;
import chat.parley.extension.Gate;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.BehaviorInterceptor;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.Signal;
import org.apache.pekko.actor.typed.TypedActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Looks at one extension's actor in one room: whether it is up, what it has dealt with. It sits
 * inside whatever the server puts around an extension, so that a crash on demand is one of the
 * extension's own.
 */
final class Watch {
  /** The name of who asks gates to be let through only to learn that those before it have been. */
  static final String RUNNER = "scenario-runner";

  /** Asks for nothing but an answer, after whatever was told before. */
  private static final class Ping {
    boolean answered;
  }

  private record Crash() {}

  private final String name;
  private final AtomicLong activity;
  private final Supplier<CompletionStage<?>> runnerLeft;
  private final Set<Object> dealtWith = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Integer> considered = new HashMap<>();
  private ActorRef<Object> actor;
  private boolean up;
  private int crashes;
  private boolean failed;

  /**
   * @param runnerLeft completed when whoever is called {@link #RUNNER} is in the room no more
   */
  Watch(String name, AtomicLong activity, Supplier<CompletionStage<?>> runnerLeft) {
    this.name = name;
    this.activity = activity;
    this.runnerLeft = runnerLeft;
  }

  String name() {
    return name;
  }

  /** The extension's behaviour, watched; made anew whenever the extension is started. */
  <T> Behavior<T> around(Supplier<Behavior<T>> extension) {
    Behavior<Object> watched =
        Behaviors.setup(
            context -> {
              starts(context.getSelf());
              try {
                Behavior<Object> inner = extension.get().unsafeCast();
                return Behaviors.intercept(Listener::new, inner);
              } catch (Throwable e) { // also a checked one, which handlers may throw
                hasCrashed();
                throw e;
              }
            });
    return watched.unsafeCast();
  }

  private synchronized void starts(ActorRef<Object> self) {
    actor = self;
    up = true;
    failed = false;
    notifyAll();
  }

  private synchronized void isDown() {
    up = false;
    notifyAll();
  }

  private synchronized void hasCrashed() {
    crashes++;
    failed = true;
    isDown();
  }

  private synchronized void hasDealtWith(Object message) {
    activity.incrementAndGet();
    dealtWith.add(message);
    if (message instanceof Gate.Consider consider) {
      considered.merge(consider.author(), 1, Integer::sum);
    }
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

  /** Waits until it has dealt with all that has been told it so far, or is down. */
  synchronized void awaitIdle(Duration patience) {
    if (up) {
      Ping ping = new Ping();
      actor.tell(ping);
      boolean done = Patience.await(this, patience, () -> !up || ping.answered);
      require(done, "is still busy", patience);
    }
  }

  private synchronized void answered(Ping ping) {
    ping.answered = true;
    notifyAll();
  }

  private synchronized void wake() {
    notifyAll();
  }

  /**
   * Waits until it is decided what becomes of it, if it has failed.
   *
   * @return whether it has failed for the last time
   */
  boolean awaitAftermath(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!isUp() && hasStarted() && System.nanoTime() < deadline) {
      Aftermath aftermath = Aftermath.of(actor);
      if (aftermath != Aftermath.UNDECIDED) {
        return aftermath == Aftermath.STOPPED && hasFailed();
      }
      Thread.onSpinWait();
    }
    require(isUp() || !hasStarted(), "has neither stopped nor gone on", patience);
    return false;
  }

  private synchronized boolean hasStarted() {
    return actor != null;
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
    actor.tell(new Crash());
    require(Patience.await(this, patience, () -> crashes > before), "has not crashed", patience);
  }

  private void require(boolean done, String otherwise, Duration patience) {
    if (!done) {
      throw new StageFailure(name + " " + otherwise + " within " + patience.toMillis() + " ms");
    }
  }

  private final class Listener extends BehaviorInterceptor<Object, Object> {
    Listener() {
      super(Object.class);
    }

    @Override
    public Behavior<Object> aroundReceive(
        TypedActorContext<Object> context, Object message, ReceiveTarget<Object> target) {
      if (message instanceof Ping ping) {
        answered(ping);
        return Behaviors.same();
      }
      if (message instanceof Gate.Consider consider && consider.author().equals(RUNNER)) {
        CompletionStage<?> left = runnerLeft.get();
        left.thenRun(() -> consider.replyTo().tell(new Gate.Pass()));
        return Behaviors.same();
      }
      try {
        if (message instanceof Crash) {
          throw new IllegalStateException(name + " crashes because a scenario wants it to");
        }
        return target.apply(context, message);
      } catch (Throwable e) { // also a checked one, which handlers may throw
        hasCrashed();
        throw e;
      } finally {
        hasDealtWith(message);
      }
    }

    @Override
    public Behavior<Object> aroundSignal(
        TypedActorContext<Object> context, Signal signal, SignalTarget<Object> target) {
      if (signal instanceof PostStop) {
        isDown();
      }
      return target.apply(context, signal);
    }
  }
}
