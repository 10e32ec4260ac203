package chat.parley.listener;

import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Tcp;

/**
 * The port of one listener: bound once, and given back when it is told to, be it before it is
 * bound. Not an actor: its listener calls it, and is told what becomes of it.
 */
final class ListenerPort {
  private final ActorContext<Listener.Command> context;

  /** Null as long as it is not bound, and when it is being given back. */
  private Tcp.ServerBinding binding;

  private boolean closing;

  ListenerPort(ActorContext<Listener.Command> context) {
    this.context = context;
  }

  /**
   * Binds the port. The listener is told {@link Listener.Bound} or {@link Listener.BindFailed}, and
   * each connection that comes.
   */
  void bind(ListenerSettings settings, KeepAlive keepAlive) {
    ActorSystem<?> system = context.getSystem();
    ActorRef<Listener.Command> self = context.getSelf();
    context.pipeToSelf(
        Tcp.get(system)
            .bind(
                settings.address().host(),
                settings.address().port(),
                settings.backlog(),
                List.of(keepAlive),
                // A client may end its side and still read our answers.
                true,
                Optional.empty())
            // An exception in here would unbind the port, so it does nothing but tell.
            .to(Sink.foreach(connection -> self.tell(new Listener.Accepted(connection))))
            .run(system),
        (bound, failure) ->
            failure == null ? new Listener.Bound(bound) : new Listener.BindFailed(failure));
  }

  /** It is bound; if it has been closed meanwhile it is given back at once. */
  void bound(Tcp.ServerBinding bound) {
    binding = bound;
    if (closing) {
      unbind();
    }
  }

  /** Gives the port back; the listener is told {@link Listener.Unbound} when it is free. */
  void close() {
    closing = true;
    if (binding != null) {
      unbind();
    }
  }

  private void unbind() {
    context.pipeToSelf(binding.unbind(), (done, failure) -> new Listener.Unbound());
    binding = null;
  }

  boolean isOpen() {
    return binding != null;
  }

  /** Whether no more connections are wanted. */
  boolean isClosing() {
    return closing;
  }

  /** The number that it really got; only while it {@linkplain #isOpen is open}. */
  int number() {
    return binding.localAddress().getPort();
  }
}
