package chat.parley.listener;

import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.session.Session;
import chat.parley.store.Sanction;
import chat.parley.tls.ServerTls;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Tcp;
import org.apache.pekko.util.ByteString;

/**
 * Joins the connections of one listener to their sessions, through TLS where the listener speaks
 * it.
 */
final class Connector {
  private final ActorSystem<?> system;
  private final ConnectionLimiter admissions;
  private final Rejection turnedAway;

  /** Empty for a listener without TLS. */
  private final Optional<ServerTls> tls;

  private Optional<TlsFlow> securing;
  private Protocol protocol;

  Connector(
      ActorSystem<?> system,
      ListenerSettings settings,
      Protocol protocol,
      ConnectionLimiter admissions) {
    this.system = system;
    this.admissions = admissions;
    this.turnedAway = new Rejection(settings.address());
    this.tls = settings.tls();
    use(settings, protocol);
  }

  private void use(ListenerSettings settings, Protocol spoken) {
    protocol = spoken;
    securing = tls.map(each -> new TlsFlow(system, settings, each, spoken));
  }

  /** Goes by other settings from now on, for those who come from now on. */
  void configure(ListenerSettings changed, Protocol spoken) {
    tls.ifPresent(running -> changed.tls().ifPresent(running::replaceBy));
    use(changed, spoken);
  }

  /** Runs a connection with the flow of {@code session} at its inner end. */
  void join(
      Tcp.IncomingConnection connection,
      ActorRef<Session.Command> session,
      Flow<ByteString, ByteString, NotUsed> flow) {
    InetAddress from = connection.remoteAddress().getAddress();
    connection.handleWith(
        securing.map(each -> each.around(flow, session, from)).orElse(flow), system);
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
    ByteString words = securing.isPresent() ? ByteString.emptyByteString() : protocol.encode(why);
    return connection.handleWith(Rejection.goodbye(words, admissions.mayLinger()), system);
  }
}
