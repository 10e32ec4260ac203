package chat.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.RawProtocol;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the client of a connection gets, and when the owner is told that it reads too slowly. */
class ConnectionWriterTest {
  private static final ActorTestKit kit = ActorTestKit.create();

  private final ConnectionUnderTest it = new ConnectionUnderTest(kit);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @Test
  void tellsASlowReaderHowManyPostsAreMissingAndWhere() throws Exception {
    it.run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    it.hasDealtWithAll();
    it.fillTheSocket();
    it.posts(2, 4);
    it.posts(5, 5);
    it.posts(6, 8);
    it.posts(9, 9);
    it.tell(new ConnectionStage.Finish());
    it.endsItsSide();
    assertThat(it.readsToTheEnd())
        .isEqualTo("[alice] 1\n[alice] 2\n[alice] 3\n[alice] 4\n[alice] 5\n* 4 messages skipped\n");
  }

  @Test
  void disconnectsASlowReaderWhenItIsToldTo() throws Exception {
    it.run(ConnectionSettings.Slow.DISCONNECT, Duration.ofSeconds(5));
    it.fillTheSocket();
    it.posts(2, 5);
    it.posts(6, 9);
    it.owner().expectMessageClass(EventLog.CutOff.class);
    it.endsItsSide();
    assertThat(it.readsToTheEnd()).isEqualTo("[alice] 1\n* you read too slowly; goodbye\n");
  }

  @Test
  void tellsTheOwnerWhenAReaderFallsBehindAndWhenItHasCaughtUp() throws Exception {
    it.run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    it.fillTheSocket();
    it.posts(2, 5);
    it.posts(6, 8);
    it.posts(9, 9);
    it.owner().expectMessage(new EventLog.FellBehind(3));
    it.take();
    it.take();
    it.owner().expectMessage(new EventLog.CaughtUp(4));
  }

  @Test
  void disconnectsAReaderThatTakesNothingWhileSomethingWaits() throws Exception {
    Duration stuckAfter = Duration.ofMillis(100);
    it.run(
        new ConnectionSettings(
            4, 1000, 1 << 20, ConnectionSettings.Slow.SKIP, stuckAfter, Duration.ofSeconds(5)));
    it.owner().expectNoMessage(stuckAfter.multipliedBy(2));
    it.fillTheSocket();
    it.posts(2, 3);
    it.owner().expectMessageClass(EventLog.CutOff.class);
    it.endsItsSide();
    assertThat(it.readsToTheEnd())
        .isEqualTo("[alice] 1\n* you have read nothing for too long; goodbye\n");
  }

  @Test
  void writesBatchesInTheFormatOfTheLastWrite() throws Exception {
    it.run(ConnectionSettings.Slow.SKIP, Duration.ofSeconds(5));
    it.fillTheSocket();
    it.tell(new ConnectionStage.Write(ByteString.fromString("raw\n"), new RawProtocol().format()));
    it.posts(2, 2);
    it.tell(new ConnectionStage.Finish());
    it.endsItsSide();
    assertThat(it.readsToTheEnd()).isEqualTo("[alice] 1\nraw\n2\n");
  }
}
