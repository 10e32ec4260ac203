package chat.parley.door;

import chat.parley.session.Session;
import chat.parley.wire.Wire;
import java.net.InetAddress;
import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.stream.javadsl.Tcp;
import org.apache.pekko.util.ByteString;

/** Joins the connections of one door to their sessions, through TLS where the door speaks it. */
final class Connector {
  private final ActorSystem<?> system;
  private final Wire wire;
  private final TurnedAway turnedAway;

  /** Empty for a door without TLS. */
  private final Optional<Securing> securing;

  Connector(ActorSystem<?> system, DoorSettings settings, Wire wire) {
    this.system = system;
    this.wire = wire;
    this.turnedAway = new TurnedAway(settings.address());
    this.securing = settings.tls().map(tls -> new Securing(system, settings, tls, wire));
  }

  /** Runs a connection with the flow of {@code session} at its inner end. */
  void join(
      Tcp.IncomingConnection connection,
      ActorRef<Session.Command> session,
      Flow<ByteString, ByteString, NotUsed> flow) {
    InetAddress from = connection.remoteAddress().getAddress();
    run(connection, securing.map(each -> each.around(flow, session, from)).orElse(flow));
  }

  /**
   * Closes a connection that is not admitted, and says why where that costs nothing: a TLS client
   * would have to be given a handshake first.
   */
  void turnAway(Tcp.IncomingConnection connection, Admissions.Verdict verdict, long now) {
    InetAddress from = connection.remoteAddress().getAddress();
    ByteString why = wire.encode(turnedAway.noticeFor(verdict, from, now));
    Source<ByteString, NotUsed> lastWords =
        why.isEmpty() || securing.isPresent() ? Source.empty() : Source.single(why);
    run(connection, Flow.fromSinkAndSource(Sink.cancelled(), lastWords));
  }

  private void run(Tcp.IncomingConnection connection, Flow<ByteString, ByteString, NotUsed> flow) {
    connection.handleWith(flow, system);
  }
}
