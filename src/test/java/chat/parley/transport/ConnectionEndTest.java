package chat.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.Notice;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How a connection ends. */
class ConnectionEndTest {
  private static final ActorTestKit kit = ActorTestKit.create();

  private final ConnectionUnderTest it = new ConnectionUnderTest(kit);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @Test
  void writesWhatWaitsBeforeItEnds() throws Exception {
    it.run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    it.fillTheSocket();
    it.posts(2, 2);
    it.tell(
        new ConnectionStage.Write(
            ConnectionUnderTest.LINES.encode(new Notice.GoingDown()),
            ConnectionUnderTest.LINES.format()));
    it.tell(new ConnectionStage.Finish());
    it.posts(3, 3);
    it.endsItsSide();
    assertThat(it.readsToTheEnd()).isEqualTo("[alice] 1\n[alice] 2\n* the server is going down\n");
    it.isOver();
  }

  @Test
  void cutsAConnectionThatDoesNotTakeItsLastWords() {
    it.run(ConnectionSettings.Slow.SKIP, Duration.ofMillis(20));
    it.fillTheSocket();
    it.posts(2, 2);
    it.tell(new ConnectionStage.Finish());
    it.isOver();
  }

  @Test
  void waitsNotForEverForAnOwnerWhoseConnectionBroke() {
    it.runUntilItBreaks("a\nb\n", Duration.ofMillis(50));
    it.isOver();
  }

  @Test
  void endsWithItsOwner() {
    it.run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    it.owner().stop();
    it.isOver();
  }
}
