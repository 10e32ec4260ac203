package chat.parley.listener;

import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.tls.CertificateName;
import chat.parley.tls.ServerTls;
import chat.parley.tls.TlsStage;
import chat.parley.transport.ConnectionOwner;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLSession;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.stream.javadsl.BidiFlow;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.util.ByteString;

/** Puts TLS around the flows of one listener's connections. */
final class TlsFlow {
  private final ServerTls tls;
  private final Executor handshakes;
  private final ByteString plainWords;
  private final Duration linger;
  private final FailedHandshakes failed;

  TlsFlow(
      ActorSystem<?> system, ListenerSettings settings, ServerTls tls, Protocol.Factory protocols) {
    this.tls = tls;
    this.handshakes =
        system.dispatchers().lookup(DispatcherSelector.fromConfig("parley-handshakes"));
    this.plainWords = protocols.create().encode(new Notice.SpeaksTls());
    this.linger = settings.session().connection().linger();
    this.failed = new FailedHandshakes(settings.address());
  }

  /** {@code flow} as it is to be joined to the socket of a client that comes {@code from}. */
  Flow<ByteString, ByteString, NotUsed> around(
      Flow<ByteString, ByteString, NotUsed> flow, ConnectionOwner owner, InetAddress from) {
    var listener =
        new TlsStage.Listener() {
          @Override
          public void secured(SSLSession secured) {
            if (tls.settings().nameFromCertificate()) {
              CertificateName.of(secured).ifPresent(owner::identified);
            }
          }

          @Override
          public void failed(String why) {
            failed.add(from, why, System.nanoTime());
          }
        };
    return BidiFlow.fromGraph(new TlsStage(tls, handshakes, plainWords, linger, listener))
        .join(flow);
  }
}
