package chat.parley.hosting;

import chat.parley.event.RoomEvent;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.BehaviorInterceptor;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.TypedActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A shell around an extension's behaviour: makes exceptions of errors that would otherwise end the
 * whole program, tells when an event has been dealt with, and has the log name the extension.
 */
final class ExtensionGuard extends BehaviorInterceptor<Object, Object> {

  /** An error of an extension, such as a class that is missing or a recursion without end. */
  static final class ExtensionError extends RuntimeException {
    private static final long serialVersionUID = 1;

    ExtensionError(Error cause) {
      super(cause.toString(), cause);
    }
  }

  /** Has the extension end when it comes to this, as if it had decided so itself. */
  static final Object END = new Object();

  private final String name;
  private final Runnable handled;

  private ExtensionGuard(String name, Runnable handled) {
    super(Object.class);
    this.name = name;
    this.handled = handled;
  }

  /**
   * {@code behavior}, guarded and supervised: restarted with backoff when it fails, stopped when it
   * has failed too often.
   *
   * @param name what the log calls the extension
   * @param handled called, on the extension's thread, after each event of the room's, whatever
   *     became of it, and not after messages that the extension sends itself
   */
  static Behavior<Object> around(
      String name, Behavior<Object> behavior, ExtensionSettings settings, Runnable handled) {
    SupervisorStrategy restarts =
        SupervisorStrategy.restartWithBackoff(settings.minBackoff(), settings.maxBackoff(), 0.1)
            .withMaxRestarts(settings.maxFailures() - 1)
            .withResetBackoffAfter(settings.forgetFailuresAfter())
            .withStashCapacity(settings.mailbox());
    Behavior<Object> guarded =
        Behaviors.intercept(() -> new ExtensionGuard(name, handled), behavior);
    return Behaviors.supervise(guarded).onFailure(restarts);
  }

  @Override
  public Behavior<Object> aroundStart(
      TypedActorContext<Object> context, PreStartTarget<Object> target) {
    context.asJava().setLoggerName(name);
    try {
      return target.start(context);
    } catch (LinkageError | StackOverflowError e) {
      throw new ExtensionError(e);
    }
  }

  @Override
  public Behavior<Object> aroundReceive(
      TypedActorContext<Object> context, Object message, ReceiveTarget<Object> target) {
    if (message == END) {
      return Behaviors.stopped();
    }
    try {
      return target.apply(context, message);
    } catch (LinkageError | StackOverflowError e) {
      throw new ExtensionError(e);
    } finally {
      if (message instanceof RoomEvent) {
        handled.run();
      }
    }
  }
}
