package chat.parley.listener;

import chat.parley.protocol.Notice;
import chat.parley.session.Services;
import chat.parley.session.SessionCommand;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.stream.javadsl.Tcp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener: binds a port and spawns a session, its child, for every connection that is admitted;
 * the others are told why not and closed soon, as their descriptors are what is scarce.
 *
 * <p>The guardian speaks to it. It tells the guardian {@link Opened} or {@link Refused} once,
 * {@link Drained} when it has been told to {@link Drain}, and stops after {@link Close} when the
 * port is free and the last session has ended. A session that fails ends alone.
 */
public final class Listener extends AbstractBehavior<Listener.Command> {
  private static final Logger log = LoggerFactory.getLogger(Listener.class);

  /** The dispatcher of {@code application.conf} for sessions. */
  private static final String SESSIONS = "parley-sessions";

  /** What a listener can be told. */
  public sealed interface Command {}

  /**
   * Takes no more connections, and reads no more on those there are; answered with {@link Drained}.
   */
  public record Drain() implements Command {}

  /** Takes no more connections, says goodbye on those there are, and stops when they have ended. */
  public record Close() implements Command {}

  /**
   * Goes by other settings from now on, for those who are here too; but its address and what those
   * speak stay as they were. Answered with {@link Configured}.
   */
  public record Configure(ListenerSettings settings) implements Command {}

  record Bound(Tcp.ServerBinding binding) implements Command {}

  record BindFailed(Throwable why) implements Command {}

  record Accepted(Tcp.IncomingConnection connection) implements Command {}

  record Unbound() implements Command {}

  /** Somebody who was turned away has gone. */
  private record HasGone() implements Command {}

  /** It is time to look for clients whose network has gone away. */
  record LookForVanished() implements Command {}

  /** The clients that something is being sent to again. */
  record Unanswering(Set<InetSocketAddress> clients) implements Command {}

  private record SessionDrained(ActorRef<SessionCommand> session) implements Command {}

  /** What a listener tells the guardian. */
  public sealed interface Reply {}

  /** {@code listener} is open at {@code address}. */
  public record Opened(ActorRef<Command> listener, ListenerAddress address) implements Reply {}

  /** Everybody has been told what was said by those who came through {@code listener}. */
  public record Drained(ActorRef<Command> listener) implements Reply {}

  /** The listener goes by other settings, and has told its sessions. */
  public record Configured() implements Reply {}

  /** The listener cannot be opened. */
  public record Refused(ListenerAddress address, Throwable why) implements Reply {}

  private final ActorRef<Reply> guardian;
  private final ConnectionLimiter limiter;
  private final Rejection rejection;
  private final Connector connector;
  private final KeepAlive keepAlive;
  private final VanishedClientsWatch vanishedClients;
  private final OpenSessions sessions = new OpenSessions();
  private final ListenerPort port;
  private ListenerSettings settings;

  /**
   * A listener that opens when it is created.
   *
   * @param limiter what counts the connections of all listeners
   * @param guardian who is told how that went
   */
  public static Behavior<Command> create(
      ListenerSettings settings,
      ConnectionLimiter limiter,
      Services services,
      ActorRef<Reply> guardian) {
    return create(settings, settings.address().kind().stack(settings), limiter, services, guardian);
  }

  /**
   * @param stack what those who come speak
   */
  static Behavior<Command> create(
      ListenerSettings settings,
      ProtocolStack stack,
      ConnectionLimiter limiter,
      Services services,
      ActorRef<Reply> guardian) {
    return Behaviors.setup(
        context -> new Listener(context, settings, stack, limiter, services, guardian));
  }

  private Listener(
      ActorContext<Command> context,
      ListenerSettings settings,
      ProtocolStack stack,
      ConnectionLimiter limiter,
      Services services,
      ActorRef<Reply> guardian) {
    super(context);
    this.settings = settings;
    this.limiter = limiter;
    this.rejection = new Rejection(settings.address(), limiter);
    this.connector = new Connector(context.getSystem(), settings, stack, services);
    this.keepAlive = new KeepAlive(settings.keepAlive());
    this.vanishedClients = new VanishedClientsWatch(context, settings.keepAlive());
    this.guardian = guardian;
    this.port = new ListenerPort(context);
    port.bind(settings, keepAlive);
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Accepted.class, this::onAccepted)
        .onSignal(Terminated.class, this::onTerminated)
        .onMessage(Bound.class, this::onBound)
        .onMessage(BindFailed.class, this::onBindFailed)
        .onMessage(Configure.class, this::onConfigure)
        .onMessage(Drain.class, drain -> onDrain())
        .onMessage(LookForVanished.class, this::onLookForVanished)
        .onMessage(Unanswering.class, this::onUnanswering)
        .onMessage(SessionDrained.class, done -> onDrained(done.session()))
        .onMessage(Close.class, close -> onClose())
        .onMessage(Unbound.class, unbound -> stayOrStop())
        .onMessage(HasGone.class, gone -> onHasGone())
        .build();
  }

  private Behavior<Command> onBound(Bound bound) {
    ListenerAddress address = settings.address().at(bound.binding().localAddress().getPort());
    log.info("{} is open", address);
    vanishedClients.lookLater();
    guardian.tell(new Opened(getContext().getSelf(), address));
    port.bound(bound.binding());
    return this;
  }

  private Behavior<Command> onBindFailed(BindFailed failed) {
    guardian.tell(new Refused(settings.address(), failed.why()));
    return Behaviors.stopped();
  }

  private Behavior<Command> onAccepted(Accepted accepted) {
    Tcp.IncomingConnection connection = accepted.connection();
    InetAddress address = connection.remoteAddress().getAddress();
    Optional<Notice> refusal = rejection.of(address, System.nanoTime());
    if (refusal.isPresent()) {
      turnAway(connection, refusal.get());
      return this;
    }
    ActorRef<SessionCommand> session =
        getContext()
            .spawnAnonymous(connector.session(connection), DispatcherSelector.fromConfig(SESSIONS));
    getContext().watch(session);
    sessions.add(session, connection.remoteAddress());
    if (port.isClosing()) {
      session.tell(new SessionCommand.GoDown());
    }
    return this;
  }

  private void turnAway(Tcp.IncomingConnection connection, Notice why) {
    getContext()
        .pipeToSelf(
            connector.turnAway(connection, why, limiter.mayLinger()),
            (done, failure) -> new HasGone());
  }

  private Behavior<Command> onHasGone() {
    limiter.hasGone();
    return this;
  }

  private Behavior<Command> onTerminated(Terminated terminated) {
    ActorRef<SessionCommand> session = terminated.getRef().unsafeUpcast();
    limiter.left(sessions.remove(session));
    onDrained(session);
    return stayOrStop();
  }

  private Behavior<Command> onLookForVanished(LookForVanished look) {
    // When it is closing, everybody goes.
    if (port.isOpen()) {
      vanishedClients.look(port.number(), !sessions.isEmpty());
    }
    return this;
  }

  private Behavior<Command> onUnanswering(Unanswering unanswering) {
    Set<InetSocketAddress> vanished = vanishedClients.vanished(unanswering);
    if (!vanished.isEmpty()) {
      sessions.tell(vanished, new SessionCommand.Vanished());
    }
    vanishedClients.lookLater();
    return this;
  }

  private Behavior<Command> onConfigure(Configure configure) {
    settings = configure.settings();
    connector.configure(settings, settings.address().kind().stack(settings));
    keepAlive.set(settings.keepAlive());
    vanishedClients.set(settings.keepAlive());
    sessions.tellAll(new SessionCommand.Configure(settings.session()));
    guardian.tell(new Configured());
    return this;
  }

  private Behavior<Command> onDrain() {
    port.close();
    sessions.drain(
        getContext()
            .messageAdapter(
                SessionCommand.Drained.class, each -> new SessionDrained(each.session())));
    if (sessions.isEmpty()) {
      tellDrained();
    }
    return this;
  }

  private Behavior<Command> onDrained(ActorRef<SessionCommand> session) {
    if (sessions.drained(session)) {
      tellDrained();
    }
    return this;
  }

  private void tellDrained() {
    guardian.tell(new Drained(getContext().getSelf()));
  }

  private Behavior<Command> onClose() {
    port.close();
    sessions.tellAll(new SessionCommand.GoDown());
    return this;
  }

  private Behavior<Command> stayOrStop() {
    return port.isClosing() && !port.isOpen() && sessions.isEmpty() ? Behaviors.stopped() : this;
  }
}
