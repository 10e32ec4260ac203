package chat.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.Frame;
import chat.parley.protocol.FrameDecoder;
import chat.parley.protocol.LinesProtocol;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session is told of a connection whose chunks come when we say so. */
class InboundBufferTest {
  private final TestInbox<Session.Command> session = TestInbox.create();

  /** How many more chunks have been asked for than have come. */
  private int pulled;

  /** How often {@link InboundBuffer#handOver} is still to be called. */
  private int toHandOver;

  private final InboundBuffer inbound =
      new InboundBuffer(
          new LinesProtocol(8192, true).decoder(),
          session.getRef(),
          new InboundBuffer.Source() {
            @Override
            public void pull() {
              pulled = 1;
            }

            @Override
            public void handOverSoon() {
              toHandOver++;
            }
          });

  @BeforeEach
  void nothingIsReadBeforeTheSessionAsks() {
    assertThat(pulled).isZero();
  }

  private void comes(String chunk) {
    assertThat(pulled).as("chunks that were asked for").isEqualTo(1);
    pulled = 0;
    inbound.add(ByteString.fromString(chunk));
  }

  /** What was on its way when something was to be handed over soon has come. */
  private void handsOver() {
    while (toHandOver > 0) {
      toHandOver--;
      inbound.handOver();
    }
  }

  private void isTold(Session.Command... commands) {
    assertThat(session.getAllReceived()).containsExactly(commands);
  }

  private static Session.Received received(String... lines) {
    return new Session.Received(Stream.of(lines).<Frame>map(Frame.Line::new).toList());
  }

  private List<Frame> frames() {
    return ((Session.Received) session.receiveMessage()).frames();
  }

  @Test
  void tellsTogetherWhatHasComeByThen() {
    inbound.ask();
    comes("a\n");
    comes("b\nc");
    isTold();
    toHandOver--;
    inbound.handOver();
    isTold();
    comes("c\nd\n");
    handsOver();
    isTold(received("a", "b", "cc", "d"));
    comes("e\n");
    handsOver();
    isTold();
    inbound.ask();
    handsOver();
    isTold(received("e"));
  }

  @Test
  void gathersNoMoreThanAFewChunks() {
    inbound.ask();
    for (String each : List.of("1\n", "2\n", "3\n", "4\n")) {
      comes(each);
    }
    assertThat(pulled).isZero();
    handsOver();
    isTold(received("1", "2", "3", "4"));
  }

  @Test
  void readsOnWhenALineHasNotComeAsAWhole() {
    inbound.ask();
    for (String each : List.of("a", "b", "c", "d", "e", "\n")) {
      comes(each);
    }
    handsOver();
    isTold(received("abcde"));
  }

  @Test
  void tellsTheLinesOfALongChunkPieceByPiece() {
    inbound.ask();
    comes("\n".repeat(FrameDecoder.MAX_FRAMES + 500));
    handsOver();
    assertThat(frames()).hasSize(FrameDecoder.MAX_FRAMES);
    assertThat(pulled).isZero();
    inbound.ask();
    handsOver();
    assertThat(frames()).hasSize(500);
    comes("next\n");
    inbound.ask();
    handsOver();
    isTold(received("next"));
  }

  @Test
  void readsOneMoreChunkWhenItIsToReadNoMoreThanHasCome() {
    inbound.readLast();
    isTold();
    inbound.ask();
    comes("a\nb");
    assertThat(pulled).isZero();
    handsOver();
    isTold(received("a"));
    inbound.ask();
    handsOver();
    assertThat(pulled).isZero();
    isTold(new Session.ReadOut());
    assertThat(inbound.isLast()).isTrue();
  }

  @Test
  void tellsWhatIsOnItsWayAndThatNoMoreIsRead() {
    inbound.ask();
    inbound.readLast();
    comes("a\n");
    handsOver();
    assertThat(pulled).isZero();
    isTold(received("a"));
    inbound.ask();
    handsOver();
    assertThat(pulled).isZero();
    isTold(new Session.ReadOut());
  }

  @Test
  void waitsForNothingWhenNothingHasCome() {
    inbound.ask();
    inbound.readLast();
    handsOver();
    isTold(new Session.ReadOut());
  }

  @Test
  void waitsNotForTheEndOfALineWhenItIsToReadNoMoreThanHasCome() {
    inbound.ask();
    inbound.readLast();
    comes("a line that never en");
    handsOver();
    isTold(new Session.ReadOut());
  }

  @Test
  void tellsWhatIsLeftWhenTheClientHasEndedItsSide() {
    inbound.ask();
    comes("a\nrest");
    inbound.end();
    isTold(received("a", "rest"), new Session.Ended());
    handsOver();
    isTold();
  }

  @Test
  void tellsWhatIsLeftAlsoWhenNobodyHasAsked() {
    inbound.end();
    isTold(received(), new Session.Ended());
  }

  @Test
  void tellsNoHalfLineWhenTheConnectionBroke() {
    inbound.ask();
    comes("a\nhalf");
    inbound.breakOff();
    isTold(received("a"), new Session.Ended());
  }

  @Test
  void tellsALongRestPieceByPieceAndThenTheEnd() {
    inbound.ask();
    comes("\n".repeat(FrameDecoder.MAX_FRAMES + 500) + "rest");
    handsOver();
    assertThat(frames()).hasSize(FrameDecoder.MAX_FRAMES);
    inbound.end();
    isTold();
    inbound.ask();
    assertThat(frames()).hasSize(501).endsWith(new Frame.Line("rest"));
    isTold(new Session.Ended());
  }
}
