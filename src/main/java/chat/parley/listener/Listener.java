package chat.parley.listener;

import chat.parley.access.Origin;
import chat.parley.directory.Directory;
import chat.parley.protocol.Protocol;
import chat.parley.session.Session;
import chat.parley.store.Sanction;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.stream.javadsl.Sink;
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
  private static final int LOOKS_PER_KEEP_ALIVE = 3;
  private static final Duration WITHOUT_KEEP_ALIVE = Duration.ofMinutes(1);

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

  private record Bound(Tcp.ServerBinding binding) implements Command {}

  private record BindFailed(Throwable why) implements Command {}

  private record Accepted(Tcp.IncomingConnection connection) implements Command {}

  private record Unbound() implements Command {}

  /** Somebody who was turned away has gone. */
  private record HasGone() implements Command {}

  private record LookForVanished() implements Command {}

  /** The clients that something is being sent to again. */
  private record Unanswering(Set<InetSocketAddress> clients) implements Command {}

  private record SessionDrained(ActorRef<Session.Command> session) implements Command {}

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

  private final ActorRef<Directory.Command> directory;
  private final ActorRef<Reply> guardian;
  private final ConnectionLimiter admissions;
  private final Connector connector;
  private final KeepAlive keepAlive;
  private final VanishedClients vanishedClients = new VanishedClients();

  /** Each with the address that its client comes from. */
  private final Map<ActorRef<Session.Command>, InetSocketAddress> sessions = new HashMap<>();

  /** Those who still have something to say before the end; null as long as the end is not near. */
  private Set<ActorRef<Session.Command>> draining;

  private ListenerSettings settings;
  private Tcp.ServerBinding binding;
  private boolean closing;

  /**
   * A listener that opens when it is created.
   *
   * @param admissions what counts the connections of all listeners
   * @param guardian who is told how that went
   */
  public static Behavior<Command> create(
      ListenerSettings settings,
      ConnectionLimiter admissions,
      ActorRef<Directory.Command> directory,
      ActorRef<Reply> guardian) {
    return create(
        settings, settings.address().kind().stack(settings), admissions, directory, guardian);
  }

  /**
   * @param stack what those who come speak
   */
  static Behavior<Command> create(
      ListenerSettings settings,
      ProtocolStack stack,
      ConnectionLimiter admissions,
      ActorRef<Directory.Command> directory,
      ActorRef<Reply> guardian) {
    return Behaviors.setup(
        context -> new Listener(context, settings, stack, admissions, directory, guardian));
  }

  private Listener(
      ActorContext<Command> context,
      ListenerSettings settings,
      ProtocolStack stack,
      ConnectionLimiter admissions,
      ActorRef<Directory.Command> directory,
      ActorRef<Reply> guardian) {
    super(context);
    this.settings = settings;
    this.admissions = admissions;
    this.keepAlive = new KeepAlive(settings.keepAlive());
    this.connector = new Connector(context.getSystem(), settings, stack, admissions);
    this.directory = directory;
    this.guardian = guardian;
    bind();
  }

  private void bind() {
    ActorRef<Command> self = getContext().getSelf();
    ListenerAddress address = settings.address();
    getContext()
        .pipeToSelf(
            Tcp.get(getContext().getSystem())
                .bind(
                    address.host(),
                    address.port(),
                    settings.backlog(),
                    List.of(keepAlive),
                    // A client may end its side and still read our answers.
                    true,
                    Optional.empty())
                // An exception in here would unbind the port, so it does nothing but tell.
                .to(Sink.foreach(connection -> self.tell(new Accepted(connection))))
                .run(getContext().getSystem()),
            (binding, failure) -> failure == null ? new Bound(binding) : new BindFailed(failure));
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
    binding = bound.binding();
    ListenerAddress address = settings.address().at(binding.localAddress().getPort());
    log.info("{} is open", address);
    lookForVanishedLater();
    guardian.tell(new Opened(getContext().getSelf(), address));
    if (closing) {
      unbind();
    }
    return this;
  }

  private Behavior<Command> onBindFailed(BindFailed failed) {
    guardian.tell(new Refused(settings.address(), failed.why()));
    return Behaviors.stopped();
  }

  private Behavior<Command> onAccepted(Accepted accepted) {
    Tcp.IncomingConnection connection = accepted.connection();
    InetAddress address = connection.remoteAddress().getAddress();
    long now = System.nanoTime();
    Optional<Sanction> ban = admissions.banOf(address);
    if (ban.isPresent()) {
      await(connector.turnAway(connection, ban.get(), now));
      return this;
    }
    ConnectionLimiter.Verdict verdict = admissions.admit(address, now);
    if (verdict != ConnectionLimiter.Verdict.ADMITTED) {
      await(connector.turnAway(connection, verdict, now));
      return this;
    }
    Protocol protocol = connector.protocol();
    ActorRef<Session.Command> session =
        getContext()
            .spawnAnonymous(
                Session.create(
                    settings.session(),
                    protocol,
                    new Origin(settings.address().kind().toString(), connection.remoteAddress()),
                    directory,
                    connector.join(connection, protocol.format())),
                DispatcherSelector.fromConfig(SESSIONS));
    getContext().watch(session);
    sessions.put(session, connection.remoteAddress());
    if (closing) {
      session.tell(new Session.GoDown());
    }
    return this;
  }

  private Behavior<Command> onTerminated(Terminated terminated) {
    ActorRef<Session.Command> session = terminated.getRef().unsafeUpcast();
    admissions.left(sessions.remove(session).getAddress());
    onDrained(session);
    return stayOrStop();
  }

  private void lookForVanishedLater() {
    Duration keep = settings.keepAlive();
    Duration pause = keep.isZero() ? WITHOUT_KEEP_ALIVE : keep.dividedBy(LOOKS_PER_KEEP_ALIVE);
    getContext().scheduleOnce(pause, getContext().getSelf(), new LookForVanished());
  }

  private Behavior<Command> onLookForVanished(LookForVanished look) {
    if (binding == null) {
      return this; // it is closing, and everybody goes
    }
    if (settings.keepAlive().isZero() || sessions.isEmpty()) {
      return onUnanswering(new Unanswering(Set.of()));
    }
    int port = binding.localAddress().getPort();
    ActorSystem<?> system = getContext().getSystem();
    getContext()
        .pipeToSelf(
            CompletableFuture.supplyAsync(
                () -> VanishedClients.unanswering(port),
                system.dispatchers().lookup(DispatcherSelector.blocking())),
            (clients, failure) -> new Unanswering(failure == null ? clients : Set.of()));
    return this;
  }

  private Behavior<Command> onUnanswering(Unanswering unanswering) {
    Set<InetSocketAddress> vanished =
        vanishedClients.among(
            unanswering.clients(), settings.keepAlive().multipliedBy(2), System.nanoTime());
    if (!vanished.isEmpty()) {
      sessions.forEach(
          (session, client) -> {
            if (vanished.contains(client)) {
              session.tell(new Session.Vanished());
            }
          });
    }
    lookForVanishedLater();
    return this;
  }

  private Behavior<Command> onConfigure(Configure configure) {
    settings = configure.settings();
    connector.configure(settings, settings.address().kind().stack(settings));
    keepAlive.set(settings.keepAlive());
    sessions.keySet().forEach(each -> each.tell(new Session.Configure(settings.session())));
    guardian.tell(new Configured());
    return this;
  }

  private Behavior<Command> onDrain() {
    stopAccepting();
    draining = new HashSet<>(sessions.keySet());
    ActorRef<Session.Drained> done =
        getContext()
            .messageAdapter(Session.Drained.class, each -> new SessionDrained(each.session()));
    draining.forEach(session -> session.tell(new Session.Drain(done)));
    tellIfDrained();
    return this;
  }

  private Behavior<Command> onDrained(ActorRef<Session.Command> session) {
    if (draining != null && draining.remove(session)) {
      tellIfDrained();
    }
    return this;
  }

  private void tellIfDrained() {
    if (draining.isEmpty()) {
      guardian.tell(new Drained(getContext().getSelf()));
    }
  }

  private Behavior<Command> onClose() {
    stopAccepting();
    sessions.keySet().forEach(session -> session.tell(new Session.GoDown()));
    return this;
  }

  private void stopAccepting() {
    closing = true;
    if (binding != null) {
      unbind();
    }
  }

  private void unbind() {
    getContext().pipeToSelf(binding.unbind(), (done, failure) -> new Unbound());
    binding = null;
  }

  private void await(CompletionStage<Done> gone) {
    getContext().pipeToSelf(gone, (done, failure) -> new HasGone());
  }

  private Behavior<Command> onHasGone() {
    admissions.hasGone();
    return this;
  }

  private Behavior<Command> stayOrStop() {
    return closing && binding == null && sessions.isEmpty() ? Behaviors.stopped() : this;
  }
}
