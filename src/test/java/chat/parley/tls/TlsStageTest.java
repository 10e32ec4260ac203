package chat.parley.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.patience.Wait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stage between a socket made of queues, with a client at its end, and an inner side of queues.
 */
class TlsStageTest {
  private static final String NEWEST = "TLSv1.3";
  private static final ByteString PLAIN_WORDS = ByteString.fromString("* speak TLS\n");

  /** How many chunks the socket takes before the client reads. */
  private static final int SOCKET = 16;

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Authority AUTHORITY = Authority.named("an authority");
  private static final ActorTestKit kit = ActorTestKit.create();

  @TempDir private static Path folder;

  /** What the stage's listener is told. */
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  private BoundedSourceQueue<ByteString> fromClient;
  private SinkQueueWithCancel<ByteString> toClient;
  private SinkQueueWithCancel<ByteString> toInner;

  /** Is there when the inner side has been asked for something. */
  private CompletionStage<BoundedSourceQueue<ByteString>> fromInner;

  @BeforeAll
  static void issueACertificate() {
    AUTHORITY.issue("localhost").write(folder.resolve("it.pem"), folder.resolve("key.pem"));
  }

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private void run() throws TlsProblem {
    run(LONG, LONG, ForkJoinPool.commonPool());
  }

  private void run(Duration handshakeWithin, Duration linger, Executor elsewhere)
      throws TlsProblem {
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

  private static ServerTls tls(Duration handshakeWithin) throws TlsProblem {
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

  private TlsClient client(String protocol) {
    return new TlsClient(AUTHORITY, protocol, fromClient::offer, () -> next(toClient));
  }

  /** A client whose handshake is done. */
  private TlsClient secured(String protocol) throws SSLException, InterruptedException {
    TlsClient client = client(protocol);
    client.shakesHands();
    isTold("secured with " + protocol);
    return client;
  }

  private static Optional<ByteString> next(SinkQueueWithCancel<ByteString> queue) {
    return Wait.forResult("the next chunk", queue.pull().toCompletableFuture());
  }

  private void isTold(String what) throws InterruptedException {
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(what);
  }

  private void innerHears(String text) {
    assertThat(next(toInner)).contains(ByteString.fromString(text));
  }

  private void innerHearsTheEnd() {
    assertThat(next(toInner)).isEmpty();
  }

  private void innerFails(Class<? extends Throwable> why, String message) {
    assertThatThrownBy(() -> next(toInner)).cause().isInstanceOf(why).hasMessageContaining(message);
  }

  private BoundedSourceQueue<ByteString> inner()
      throws InterruptedException, ExecutionException, TimeoutException {
    return fromInner.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private void innerSays(String text) throws Exception {
    inner().offer(ByteString.fromString(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void passesOnWhatIsSaidInBothDirections(String protocol) throws Exception {
    run();
    TlsClient client = secured(protocol);
    client.says("hello");
    innerHears("hello");
    innerSays("hi");
    assertThat(client.hears()).isEqualTo("hi");
    fromClient.offer(client.encrypted("in one ").concat(client.encrypted("chunk")));
    innerHears("in one chunk");
  }

  @Test
  void calculatesElsewhereAndAsksTheInnerSideForNothingMeanwhile() throws Exception {
    BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    run(LONG, LONG, tasks::add);
    TlsClient client = client(NEWEST);
    client.greets();
    CompletionStage<Optional<ByteString>> answer = toClient.pull();
    for (String each : List.of("the engine", "its keys")) {
      Runnable task = tasks.poll(20, TimeUnit.SECONDS);
      assertThat(task).as(each).isNotNull();
      assertThat(answer.toCompletableFuture()).isNotDone();
      assertThat(fromInner.toCompletableFuture()).isNotDone();
      task.run();
    }
    assertThat(answer.toCompletableFuture().get(20, TimeUnit.SECONDS)).isPresent();
    assertThat(told).isEmpty();
    assertThat(fromInner.toCompletableFuture()).isNotDone();
  }

  @Test
  void tellsAClientThatSpeaksNoTlsSoInPlainWords() throws Exception {
    run();
    fromClient.offer(ByteString.fromString("hello\n"));
    isTold("failed: it does not speak TLS");
    assertThat(next(toClient)).contains(PLAIN_WORDS);
    assertThat(next(toClient)).isEmpty();
    fromClient.complete();
    innerFails(RuntimeException.class, "the handshake has failed");
  }

  @Test
  void tellsAClientThatSaysNothingSoInPlainWords() throws Exception {
    run(Duration.ofMillis(50), LONG, Runnable::run);
    isTold("failed: it said nothing for 50 ms");
    assertThat(next(toClient)).contains(PLAIN_WORDS);
  }

  @Test
  void cutsOffWhoDoesNotBringTheHandshakeToAnEnd() throws Exception {
    run(Duration.ofSeconds(1), LONG, ForkJoinPool.commonPool());
    client(NEWEST).greets();
    isTold("failed: its handshake took over 1 s");
    innerFails(RuntimeException.class, "its handshake took over 1 s");
    assertThat(fromInner.toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void endsWithAClientThatGoesBeforeTheHandshakeIsDone() throws Exception {
    run();
    client(NEWEST).greets();
    fromClient.complete();
    isTold("failed: it closed the connection");
    innerFails(RuntimeException.class, "it closed the connection");
  }

  @Test
  void stillTellsAClientSomethingThatHasSaidGoodbye() throws Exception {
    run();
    TlsClient client = secured(NEWEST);
    client.says("bye");
    client.saysGoodbye();
    innerHears("bye");
    innerHearsTheEnd();
    innerSays("bye you");
    assertThat(client.hears()).isEqualTo("bye you");
  }

  @Test
  void takesTheEndOfTheConnectionForThatOfTheClientsSide() throws Exception {
    run();
    secured(NEWEST).says("bye");
    innerHears("bye");
    fromClient.complete();
    innerHearsTheEnd();
  }

  @Test
  void tellsTheInnerSideThatTheConnectionBroke() throws Exception {
    run();
    secured(NEWEST).says("bye");
    innerHears("bye");
    fromClient.fail(new IOException("Connection reset"));
    innerFails(IOException.class, "Connection reset");
  }

  @Test
  void saysGoodbyeAndThrowsAwayWhatStillComes() throws Exception {
    run();
    TlsClient client = secured(NEWEST);
    innerSays("bye");
    inner().complete();
    assertThat(client.hears()).isEqualTo("bye");
    client.hearsGoodbye();
    assertThat(next(toClient)).isEmpty();
    for (String each : List.of("but", "I", "have", "to")) {
      client.says(each);
    }
    fromClient.complete();
    innerHearsTheEnd();
  }

  @Test
  void waitsNotForEverForTheClientsGoodbye() throws Exception {
    run(LONG, Duration.ofMillis(50), ForkJoinPool.commonPool());
    secured(NEWEST);
    inner().complete();
    innerFails(RuntimeException.class, "the client does not read or does not end its side");
  }

  @Test
  void believesNothingThatWasTamperedWith() throws Exception {
    run();
    TlsClient client = secured(NEWEST);
    byte[] bytes = client.encrypted("hello").toArray();
    bytes[bytes.length - 1]++;
    fromClient.offer(ByteString.fromArray(bytes));
    innerFails(SSLException.class, "Tag mismatch");
    assertThatThrownBy(client::hears).hasMessageContaining("bad_record_mac");
  }

  @Test
  void disconnectsWhoWantsASecondHandshake() throws Exception {
    run();
    secured("TLSv1.2").wantsOtherKeys();
    innerFails(SSLException.class, "a second handshake on the connection");
  }

  @Test
  void readsNothingFromWhoDoesNotReadWhatThatMakesItSay() throws Exception {
    run();
    TlsClient client = secured(NEWEST);
    for (int i = 0; i < 1000; i++) {
      client.wantsOtherKeys();
    }
    client.says("hello");
    CompletionStage<Optional<ByteString>> hello = toInner.pull();
    assertThat(hello).failsWithin(Duration.ofMillis(300));
    innerSays("hi");
    assertThat(client.hears()).isEqualTo("hi");
    assertThat(hello)
        .succeedsWithin(Duration.ofSeconds(20))
        .isEqualTo(Optional.of(ByteString.fromString("hello")));
  }
}
