package chat.parley.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.patience.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.BoundedSourceQueue;
import org.apache.pekko.stream.javadsl.BidiFlow;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.SinkQueueWithCancel;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/**
 * A stage between a socket made of queues, with a client at its end, and an inner side of queues.
 */
final class TlsStageUnderTest {
  static final String NEWEST = "TLSv1.3";
  static final ByteString PLAIN_WORDS = ByteString.fromString("* speak TLS\n");

  /** How many chunks the socket takes before the client reads. */
  private static final int SOCKET = 16;

  static final Duration LONG = Duration.ofSeconds(60);
  private static final Authority AUTHORITY = Authority.named("an authority");

  private final ActorTestKit kit;
  private final Path folder;

  /** What the stage's listener is told. */
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  private BoundedSourceQueue<ByteString> fromClient;
  private SinkQueueWithCancel<ByteString> toClient;
  private SinkQueueWithCancel<ByteString> toInner;

  /** Is there when the inner side has been asked for something. */
  private CompletionStage<BoundedSourceQueue<ByteString>> fromInner;

  /**
   * @param folder where its certificate may be
   */
  TlsStageUnderTest(ActorTestKit kit, Path folder) {
    this.kit = kit;
    this.folder = folder;
    AUTHORITY.issue("localhost").write(folder.resolve("it.pem"), folder.resolve("key.pem"));
  }

  void run() throws TlsProblem {
    run(LONG, LONG, ForkJoinPool.commonPool());
  }

  void run(Duration handshakeWithin, Duration linger, Executor elsewhere) throws TlsProblem {
    TlsStage stage = new TlsStage(tls(handshakeWithin), elsewhere, PLAIN_WORDS, linger, listener());
    Flow<
            ByteString,
            ByteString,
            Pair<SinkQueueWithCancel<ByteString>, CompletionStage<BoundedSourceQueue<ByteString>>>>
        inner =
            Flow.fromSinkAndSourceMat(
                queue(1), Source.lazySource(() -> Source.<ByteString>queue(100)), Keep.both());
    var running =
        Source.<ByteString>queue(10_000)
            .viaMat(inner.joinMat(BidiFlow.fromGraph(stage).reversed(), Keep.left()), Keep.both())
            .toMat(queue(SOCKET), Keep.both())
            .run(kit.system());
    fromClient = running.first().first();
    toInner = running.first().second().first();
    fromInner = running.first().second().second();
    toClient = running.second();
  }

  private static Sink<ByteString, SinkQueueWithCancel<ByteString>> queue(int holds) {
    return Sink.<ByteString>queue().withAttributes(Attributes.inputBuffer(holds, holds));
  }

  private ServerTls tls(Duration handshakeWithin) throws TlsProblem {
    return ServerTls.load(
        new TlsSettings(
            Optional.of(folder.resolve("it.pem")),
            Optional.of(folder.resolve("key.pem")),
            Optional.empty(),
            Optional.empty(),
            TlsSettings.PROTOCOLS,
            List.of(),
            TlsSettings.ClientCertificates.NONE,
            Optional.empty(),
            false,
            handshakeWithin));
  }

  private TlsStage.Listener listener() {
    return new TlsStage.Listener() {
      @Override
      public void secured(SSLSession session) {
        told.add("secured with " + session.getProtocol());
      }

      @Override
      public void failed(String why) {
        told.add("failed: " + why);
      }
    };
  }

  TlsClient client(String protocol) {
    return new TlsClient(AUTHORITY, protocol, fromClient::offer, () -> next(toClient));
  }

  /** A client whose handshake is done. */
  TlsClient secured(String protocol) throws SSLException, InterruptedException {
    TlsClient client = client(protocol);
    client.shakesHands();
    isTold("secured with " + protocol);
    return client;
  }

  private static Optional<ByteString> next(SinkQueueWithCancel<ByteString> queue) {
    return Wait.forResult("the next chunk", queue.pull().toCompletableFuture());
  }

  void isTold(String what) throws InterruptedException {
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(what);
  }

  void innerHears(String text) {
    assertThat(next(toInner)).contains(ByteString.fromString(text));
  }

  void innerHearsTheEnd() {
    assertThat(next(toInner)).isEmpty();
  }

  void innerFails(Class<? extends Throwable> why, String message) {
    assertThatThrownBy(() -> next(toInner)).cause().isInstanceOf(why).hasMessageContaining(message);
  }

  BoundedSourceQueue<ByteString> inner()
      throws InterruptedException, ExecutionException, TimeoutException {
    return fromInner.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  void innerSays(String text) throws Exception {
    inner().offer(ByteString.fromString(text));
  }

  /** What comes from the client. */
  BoundedSourceQueue<ByteString> fromClient() {
    return fromClient;
  }

  /** What the client gets next; nothing, when our side has ended. */
  Optional<ByteString> clientGets() {
    return next(toClient);
  }

  /** There when the client gets something. */
  CompletionStage<Optional<ByteString>> toClient() {
    return toClient.pull();
  }

  /** There when the inner side gets something. */
  CompletionStage<Optional<ByteString>> toInner() {
    return toInner.pull();
  }

  /** Done when the inner side has been asked for something. */
  CompletableFuture<?> innerIsAsked() {
    return fromInner.toCompletableFuture();
  }

  boolean isToldNothing() {
    return told.isEmpty();
  }
}
