package chat.parley.testkit;

import chat.parley.extension.Gate;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.BehaviorInterceptor;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.Signal;
import org.apache.pekko.actor.typed.TypedActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * An extension's behaviour that tells a {@link Watch} what becomes of it. It sits inside whatever
 * the server puts around an extension, so that a crash on demand is one of the extension's own.
 */
final class WatchedBehavior extends BehaviorInterceptor<Object, Object> {
  /** The name of who asks gates to be let through only to learn that those before it have been. */
  static final String RUNNER = "scenario-runner";

  /** Asks for nothing but an answer, after whatever was told before. */
  record Ping(Runnable answer) {}

  /** Has the extension throw an exception. */
  record Crash() {}

  private final Watch watch;

  private WatchedBehavior(Watch watch) {
    super(Object.class);
    this.watch = watch;
  }

  /** The behaviour of {@code extension}, watched; made anew whenever the extension is started. */
  static <T> Behavior<T> of(Supplier<Behavior<T>> extension, Watch watch) {
    Behavior<Object> watched =
        Behaviors.setup(
            context -> {
              watch.starts(context.getSelf(), context.getSystem());
              try {
                Behavior<Object> inner = extension.get().unsafeCast();
                return Behaviors.intercept(() -> new WatchedBehavior(watch), inner);
              } catch (Throwable e) { // also a checked one, which handlers may throw
                watch.hasCrashed();
                throw e;
              }
            });
    return watched.unsafeCast();
  }

  @Override
  public Behavior<Object> aroundReceive(
      TypedActorContext<Object> context, Object message, ReceiveTarget<Object> target) {
    if (message instanceof Ping ping) {
      ping.answer().run();
      return Behaviors.same();
    }
    if (message instanceof Gate.Consider consider && consider.author().equals(RUNNER)) {
      watch.runnerLeft().thenRun(() -> consider.replyTo().tell(new Gate.Pass()));
      return Behaviors.same();
    }
    try {
      if (message instanceof Crash) {
        throw new IllegalStateException(watch.name() + " crashes because a scenario wants it to");
      }
      return target.apply(context, message);
    } catch (Throwable e) { // also a checked one, which handlers may throw
      watch.hasCrashed();
      throw e;
    } finally {
      watch.hasDealtWith(message);
    }
  }

  @Override
  public Behavior<Object> aroundSignal(
      TypedActorContext<Object> context, Signal signal, SignalTarget<Object> target) {
    if (signal instanceof PostStop) {
      watch.isDown();
    }
    return target.apply(context, signal);
  }
}
