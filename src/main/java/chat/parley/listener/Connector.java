package chat.parley.listener;

import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.store.Sanction;
import chat.parley.tls.ServerTls;
import chat.parley.transport.ConnectionOwner;
import chat.parley.transport.ConnectionSettings;
import chat.parley.transport.ConnectionStage;
import chat.parley.transport.Format;
import chat.parley.transport.Framing;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Tcp;
import org.apache.pekko.util.ByteString;

/**
 * Runs the connections of one listener: those that are admitted for their owners, through TLS where
 * the listener speaks it, the others to a quick end.
 */
final class Connector {
  private final ActorSystem<?> system;
  private final ConnectionLimiter admissions;
  private final Rejection turnedAway;

  /** Empty for a listener without TLS. */
  private final Optional<ServerTls> tls;

  private Optional<TlsFlow> securing;
  private ProtocolStack stack;
  private ConnectionSettings settings;

  Connector(
      ActorSystem<?> system,
      ListenerSettings settings,
      ProtocolStack stack,
      ConnectionLimiter admissions) {
    this.system = system;
    this.admissions = admissions;
    this.turnedAway = new Rejection(settings.address());
    this.tls = settings.tls();
    use(settings, stack);
  }

  private void use(ListenerSettings used, ProtocolStack spoken) {
    stack = spoken;
    settings = used.session().connection();
    securing = tls.map(each -> new TlsFlow(system, used, each, spoken.protocols()));
  }

  /** Goes by other settings from now on, for those who come from now on. */
  void configure(ListenerSettings changed, ProtocolStack spoken) {
    tls.ifPresent(running -> changed.tls().ifPresent(running::replaceBy));
    use(changed, spoken);
  }

  /** What is spoken on a new connection. */
  Protocol protocol() {
    return stack.protocols().create();
  }

  /**
   * What runs a connection for its owner, by the settings of now.
   *
   * @param format what the client is written to in at first
   */
  Consumer<ConnectionOwner> join(Tcp.IncomingConnection connection, Format format) {
    InetAddress from = connection.remoteAddress().getAddress();
    Framing framing = stack.framing();
    ConnectionSettings limits = settings;
    Optional<TlsFlow> around = securing;
    return owner -> {
      Flow<ByteString, ByteString, NotUsed> flow =
          Flow.fromGraph(new ConnectionStage(framing, format, limits, owner));
      connection.handleWith(
          around.map(each -> each.around(flow, owner, from)).orElse(flow), system);
    };
  }

  /** Closes a connection that is not admitted. */
  CompletionStage<Done> turnAway(
      Tcp.IncomingConnection connection, ConnectionLimiter.Verdict verdict, long now) {
    InetAddress from = connection.remoteAddress().getAddress();
    return turnAway(connection, turnedAway.noticeFor(verdict, from, now));
  }

  /** Closes a connection that comes from where {@code ban} keeps people out. */
  CompletionStage<Done> turnAway(Tcp.IncomingConnection connection, Sanction ban, long now) {
    InetAddress from = connection.remoteAddress().getAddress();
    return turnAway(connection, turnedAway.noticeFor(ban, from, now));
  }

  /**
   * Says why where that costs nothing: a TLS client would have to be given a handshake first.
   *
   * @return completed when it has gone; then it is to be counted out
   */
  private CompletionStage<Done> turnAway(Tcp.IncomingConnection connection, Notice why) {
    ByteString words = securing.isPresent() ? ByteString.emptyByteString() : protocol().encode(why);
    return connection.handleWith(Rejection.goodbye(words, admissions.mayLinger()), system);
  }
}
