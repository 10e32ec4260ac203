package chat.parley.listener;

import chat.parley.access.Origin;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.session.Services;
import chat.parley.session.Session;
import chat.parley.session.SessionCommand;
import chat.parley.tls.ServerTls;
import chat.parley.transport.ConnectionOwner;
import chat.parley.transport.ConnectionSettings;
import chat.parley.transport.ConnectionStage;
import chat.parley.transport.Format;
import chat.parley.transport.Framing;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.stream.javadsl.Tcp;
import org.apache.pekko.util.ByteString;

/**
 * Runs the connections of one listener: those that are admitted for their sessions, through TLS
 * where the listener speaks it, the others to a quick end.
 */
final class Connector {
  /** How long a connection that is not admitted may take to go. */
  private static final Duration LINGER = Duration.ofSeconds(1);

  private final ActorSystem<?> system;

  /** Empty for a listener without TLS. */
  private final Optional<ServerTls> tls;

  private final Services services;
  private Optional<TlsFlow> securing;
  private ProtocolStack stack;
  private ListenerSettings settings;

  Connector(
      ActorSystem<?> system, ListenerSettings settings, ProtocolStack stack, Services services) {
    this.system = system;
    this.tls = settings.tls();
    this.services = services;
    use(settings, stack);
  }

  private void use(ListenerSettings used, ProtocolStack spoken) {
    stack = spoken;
    settings = used;
    securing = tls.map(each -> new TlsFlow(system, used, each, spoken.protocols()));
  }

  /** Goes by other settings from now on, for those who come from now on. */
  void configure(ListenerSettings changed, ProtocolStack spoken) {
    tls.ifPresent(running -> changed.tls().ifPresent(running::replaceBy));
    use(changed, spoken);
  }

  /** A session for a connection that is admitted, by the settings of now. */
  Behavior<SessionCommand> session(Tcp.IncomingConnection connection) {
    Protocol protocol = stack.protocols().create();
    return Session.create(
        settings.session(),
        protocol,
        new Origin(settings.address().kind().toString(), connection.remoteAddress()),
        services,
        running(connection, protocol.format()));
  }

  /**
   * @param format what the client is written to in at first
   */
  private Consumer<ConnectionOwner> running(Tcp.IncomingConnection connection, Format format) {
    InetAddress from = connection.remoteAddress().getAddress();
    Framing framing = stack.framing();
    ConnectionSettings limits = settings.session().connection();
    Optional<TlsFlow> around = securing;
    return owner -> {
      Flow<ByteString, ByteString, NotUsed> flow =
          Flow.fromGraph(new ConnectionStage(framing, format, limits, owner));
      connection.handleWith(
          around.map(each -> each.around(flow, owner, from)).orElse(flow), system);
    };
  }

  /**
   * Closes a connection that is not admitted. Says why where that costs nothing: a TLS client would
   * have to be given a handshake first.
   *
   * @param mayLinger whether it is given a moment to read that
   * @return completed when it has gone
   */
  CompletionStage<Done> turnAway(Tcp.IncomingConnection connection, Notice why, boolean mayLinger) {
    ByteString words =
        securing.isPresent()
            ? ByteString.emptyByteString()
            : stack.protocols().create().encode(why);
    return connection.handleWith(goodbye(words, mayLinger ? LINGER : Duration.ZERO), system);
  }

  /**
   * A connection that says {@code words} and ends. Were it closed while something that the client
   * has sent is unread, the kernel would answer with a reset, which can take our words from it; so
   * what comes is read, but for no longer than {@code patience}.
   */
  private static Flow<ByteString, ByteString, CompletionStage<Done>> goodbye(
      ByteString words, Duration patience) {
    Source<ByteString, NotUsed> lastWords = words.isEmpty() ? Source.empty() : Source.single(words);
    Sink<ByteString, CompletionStage<Done>> unheard =
        Flow.of(ByteString.class).takeWithin(patience).toMat(Sink.ignore(), Keep.right());
    return Flow.fromSinkAndSourceMat(unheard, lastWords, Keep.left());
  }
}
