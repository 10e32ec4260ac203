package chat.parley.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a TLS connection begins, or does not. */
class TlsHandshakeTest {
  private static final ActorTestKit kit = ActorTestKit.create();

  @TempDir private static Path folder;

  private final TlsStageUnderTest it = new TlsStageUnderTest(kit, folder);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @Test
  void calculatesElsewhereAndAsksTheInnerSideForNothingMeanwhile() throws Exception {
    BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    it.run(TlsStageUnderTest.LONG, TlsStageUnderTest.LONG, tasks::add);
    TlsClient client = it.client(TlsStageUnderTest.NEWEST);
    client.greets();
    CompletionStage<Optional<ByteString>> answer = it.toClient();
    for (String each : List.of("the engine", "its keys")) {
      Runnable task = tasks.poll(20, TimeUnit.SECONDS);
      assertThat(task).as(each).isNotNull();
      assertThat(answer.toCompletableFuture()).isNotDone();
      assertThat(it.innerIsAsked()).isNotDone();
      task.run();
    }
    assertThat(answer.toCompletableFuture().get(20, TimeUnit.SECONDS)).isPresent();
    assertThat(it.isToldNothing()).isTrue();
    assertThat(it.innerIsAsked()).isNotDone();
  }

  @Test
  void tellsAClientThatSpeaksNoTlsSoInPlainWords() throws Exception {
    it.run();
    it.fromClient().offer(ByteString.fromString("hello\n"));
    it.isTold("failed: it does not speak TLS");
    assertThat(it.clientGets()).contains(TlsStageUnderTest.PLAIN_WORDS);
    assertThat(it.clientGets()).isEmpty();
    it.fromClient().complete();
    it.innerFails(RuntimeException.class, "the handshake has failed");
  }

  @Test
  void tellsAClientThatSaysNothingSoInPlainWords() throws Exception {
    it.run(Duration.ofMillis(50), TlsStageUnderTest.LONG, Runnable::run);
    it.isTold("failed: it said nothing for 50 ms");
    assertThat(it.clientGets()).contains(TlsStageUnderTest.PLAIN_WORDS);
  }

  @Test
  void cutsOffWhoDoesNotBringTheHandshakeToAnEnd() throws Exception {
    it.run(Duration.ofSeconds(1), TlsStageUnderTest.LONG, ForkJoinPool.commonPool());
    it.client(TlsStageUnderTest.NEWEST).greets();
    it.isTold("failed: its handshake took over 1 s");
    it.innerFails(RuntimeException.class, "its handshake took over 1 s");
    assertThat(it.innerIsAsked()).isCompletedExceptionally();
  }

  @Test
  void endsWithAClientThatGoesBeforeTheHandshakeIsDone() throws Exception {
    it.run();
    it.client(TlsStageUnderTest.NEWEST).greets();
    it.fromClient().complete();
    it.isTold("failed: it closed the connection");
    it.innerFails(RuntimeException.class, "it closed the connection");
  }

  @Test
  void disconnectsWhoWantsASecondHandshake() throws Exception {
    it.run();
    it.secured("TLSv1.2").wantsOtherKeys();
    it.innerFails(SSLException.class, "a second handshake on the connection");
  }
}
