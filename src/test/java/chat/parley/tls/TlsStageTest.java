package chat.parley.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import javax.net.ssl.SSLException;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes through a TLS connection, and how it ends. */
class TlsStageTest {
  private static final ActorTestKit kit = ActorTestKit.create();

  @TempDir private static Path folder;

  private final TlsStageUnderTest it = new TlsStageUnderTest(kit, folder);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void passesOnWhatIsSaidInBothDirections(String protocol) throws Exception {
    it.run();
    TlsClient client = it.secured(protocol);
    client.says("hello");
    it.innerHears("hello");
    it.innerSays("hi");
    assertThat(client.hears()).isEqualTo("hi");
    it.fromClient().offer(client.encrypted("in one ").concat(client.encrypted("chunk")));
    it.innerHears("in one chunk");
  }

  @Test
  void stillTellsAClientSomethingThatHasSaidGoodbye() throws Exception {
    it.run();
    TlsClient client = it.secured(TlsStageUnderTest.NEWEST);
    client.says("bye");
    client.saysGoodbye();
    it.innerHears("bye");
    it.innerHearsTheEnd();
    it.innerSays("bye you");
    assertThat(client.hears()).isEqualTo("bye you");
  }

  @Test
  void takesTheEndOfTheConnectionForThatOfTheClientsSide() throws Exception {
    it.run();
    it.secured(TlsStageUnderTest.NEWEST).says("bye");
    it.innerHears("bye");
    it.fromClient().complete();
    it.innerHearsTheEnd();
  }

  @Test
  void tellsTheInnerSideThatTheConnectionBroke() throws Exception {
    it.run();
    it.secured(TlsStageUnderTest.NEWEST).says("bye");
    it.innerHears("bye");
    it.fromClient().fail(new IOException("Connection reset"));
    it.innerFails(IOException.class, "Connection reset");
  }

  @Test
  void saysGoodbyeAndThrowsAwayWhatStillComes() throws Exception {
    it.run();
    TlsClient client = it.secured(TlsStageUnderTest.NEWEST);
    it.innerSays("bye");
    it.inner().complete();
    assertThat(client.hears()).isEqualTo("bye");
    client.hearsGoodbye();
    assertThat(it.clientGets()).isEmpty();
    for (String each : List.of("but", "I", "have", "to")) {
      client.says(each);
    }
    it.fromClient().complete();
    it.innerHearsTheEnd();
  }

  @Test
  void waitsNotForEverForTheClientsGoodbye() throws Exception {
    it.run(TlsStageUnderTest.LONG, Duration.ofMillis(50), ForkJoinPool.commonPool());
    it.secured(TlsStageUnderTest.NEWEST);
    it.inner().complete();
    it.innerFails(RuntimeException.class, "the client does not read or does not end its side");
  }

  @Test
  void believesNothingThatWasTamperedWith() throws Exception {
    it.run();
    TlsClient client = it.secured(TlsStageUnderTest.NEWEST);
    byte[] bytes = client.encrypted("hello").toArray();
    bytes[bytes.length - 1]++;
    it.fromClient().offer(ByteString.fromArray(bytes));
    it.innerFails(SSLException.class, "Tag mismatch");
    assertThatThrownBy(client::hears).hasMessageContaining("bad_record_mac");
  }

  @Test
  void readsNothingFromWhoDoesNotReadWhatThatMakesItSay() throws Exception {
    it.run();
    TlsClient client = it.secured(TlsStageUnderTest.NEWEST);
    for (int i = 0; i < 1000; i++) {
      client.wantsOtherKeys();
    }
    client.says("hello");
    CompletionStage<Optional<ByteString>> hello = it.toInner();
    assertThat(hello).failsWithin(Duration.ofMillis(300));
    it.innerSays("hi");
    assertThat(client.hears()).isEqualTo("hi");
    assertThat(hello)
        .succeedsWithin(Duration.ofSeconds(20))
        .isEqualTo(Optional.of(ByteString.fromString("hello")));
  }
}
