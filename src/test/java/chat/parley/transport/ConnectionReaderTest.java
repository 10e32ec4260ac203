package chat.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the owner of a connection is told of what its client sends. */
class ConnectionReaderTest {
  private static final ActorTestKit kit = ActorTestKit.create();

  private final ConnectionUnderTest it = new ConnectionUnderTest(kit);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @Test
  void tellsTheOwnerTogetherWhatCameWhileItWasBusy() {
    it.run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    it.sends("a\nb\nc");
    it.sends("d\n");
    it.owner().expectNoMessage(Duration.ofMillis(50));
    it.read();
    it.owner().expectMessage(EventLog.Received.lines("a", "b", "cd"));
    it.read();
    it.sends("e\n");
    it.owner().expectMessage(EventLog.Received.lines("e"));
  }

  @Test
  void readsNotMuchAheadOfTheOwner() {
    it.run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    for (int i = 1; i <= 9; i++) {
      it.sends(i + "\n");
    }
    it.read();
    it.owner().expectMessage(EventLog.Received.lines("1", "2", "3", "4"));
    it.owner().expectNoMessage(Duration.ofMillis(50));
    it.read();
    it.owner().expectMessage(EventLog.Received.lines("5", "6", "7", "8"));
  }

  @Test
  void tellsThousandsOfShortLinesPieceByPiece() {
    it.run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    it.sends("\n".repeat(2500));
    for (int frames : List.of(1000, 1000, 500)) {
      it.read();
      assertThat(it.owner().expectMessageClass(EventLog.Received.class).frames()).hasSize(frames);
      it.owner().expectNoMessage(Duration.ofMillis(50));
    }
    it.read();
    it.sends("next\n");
    it.owner().expectMessage(EventLog.Received.lines("next"));
  }

  @Test
  void tellsThousandsOfShortLinesPieceByPieceWhenTheClientHasEndedItsSide() {
    it.run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    it.sends("\n".repeat(1500));
    it.endsItsSide();
    it.read();
    assertThat(it.owner().expectMessageClass(EventLog.Received.class).frames()).hasSize(1000);
    it.owner().expectNoMessage(Duration.ofMillis(50));
    it.read();
    assertThat(it.owner().expectMessageClass(EventLog.Received.class).frames()).hasSize(500);
    it.owner().expectMessage(new EventLog.Ended());
  }

  @Test
  void tellsWhatIsLeftWhenTheClientEndsItsSide() {
    it.run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    it.sends("rest");
    it.read();
    it.endsItsSide();
    it.owner().expectMessage(EventLog.Received.lines("rest"));
    it.owner().expectMessage(new EventLog.Ended());
  }

  @Test
  void tellsWhatWasReadBeforeTheConnectionBrokeAndThenTheEnd() {
    it.runUntilItBreaks("a\nb\nhalf a li", Duration.ofSeconds(20));
    it.read();
    it.owner().expectMessage(EventLog.Received.lines("a", "b"));
    it.owner().expectMessage(new EventLog.Ended());
    it.tell(new ConnectionStage.Finish());
    it.isOver();
  }

  @Test
  void tellsWhatItHasReadOfAReaderThatWasBehindWhenItsConnectionBroke() {
    it.run(
        new ConnectionSettings(
            4, 1 << 20, 1, ConnectionSettings.Slow.SKIP, Duration.ZERO, Duration.ofSeconds(20)));
    it.fillTheSocket();
    it.batch(ConnectionUnderTest.post(2, "x".repeat(MemoryBudget.STEP * 3)));
    it.owner().expectMessageClass(EventLog.FellBehind.class);
    it.sends("a\n");
    it.read();
    it.owner().expectNoMessage(Duration.ofMillis(50));
    it.closes();
    it.owner().expectMessage(EventLog.Received.lines("a"));
  }
}
