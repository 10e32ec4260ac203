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
class IntakeTest {
  private final TestInbox<Session.Command> session = TestInbox.create();

  /** How many more chunks have been asked for than have come. */
  private int pulled;

  /** How often {@link Intake#handOver} is still to be called. */
  private int toHandOver;

  private final Intake intake =
      new Intake(
          new LinesProtocol(8192, true).decoder(),
          session.getRef(),
          new Intake.Source() {
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
    intake.add(ByteString.fromString(chunk));
  }

  /** What was on its way when something was to be handed over soon has come. */
  private void handsOver() {
    while (toHandOver > 0) {
      toHandOver--;
      intake.handOver();
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
    intake.ask();
    comes("a\n");
    comes("b\nc");
    isTold();
    toHandOver--;
    intake.handOver();
    isTold();
    comes("c\nd\n");
    handsOver();
    isTold(received("a", "b", "cc", "d"));
    comes("e\n");
    handsOver();
    isTold();
    intake.ask();
    handsOver();
    isTold(received("e"));
  }

  @Test
  void gathersNoMoreThanAFewChunks() {
    intake.ask();
    for (String each : List.of("1\n", "2\n", "3\n", "4\n")) {
      comes(each);
    }
    assertThat(pulled).isZero();
    handsOver();
    isTold(received("1", "2", "3", "4"));
  }

  @Test
  void readsOnWhenALineHasNotComeAsAWhole() {
    intake.ask();
    for (String each : List.of("a", "b", "c", "d", "e", "\n")) {
      comes(each);
    }
    handsOver();
    isTold(received("abcde"));
  }

  @Test
  void tellsTheLinesOfALongChunkPieceByPiece() {
    intake.ask();
    comes("\n".repeat(FrameDecoder.MAX_FRAMES + 500));
    handsOver();
    assertThat(frames()).hasSize(FrameDecoder.MAX_FRAMES);
    assertThat(pulled).isZero();
    intake.ask();
    handsOver();
    assertThat(frames()).hasSize(500);
    comes("next\n");
    intake.ask();
    handsOver();
    isTold(received("next"));
  }

  @Test
  void readsOneMoreChunkWhenItIsToReadNoMoreThanHasCome() {
    intake.readLast();
    isTold();
    intake.ask();
    comes("a\nb");
    assertThat(pulled).isZero();
    handsOver();
    isTold(received("a"));
    intake.ask();
    handsOver();
    assertThat(pulled).isZero();
    isTold(new Session.ReadOut());
    assertThat(intake.isLast()).isTrue();
  }

  @Test
  void tellsWhatIsOnItsWayAndThatNoMoreIsRead() {
    intake.ask();
    intake.readLast();
    comes("a\n");
    handsOver();
    assertThat(pulled).isZero();
    isTold(received("a"));
    intake.ask();
    handsOver();
    assertThat(pulled).isZero();
    isTold(new Session.ReadOut());
  }

  @Test
  void waitsForNothingWhenNothingHasCome() {
    intake.ask();
    intake.readLast();
    handsOver();
    isTold(new Session.ReadOut());
  }

  @Test
  void waitsNotForTheEndOfALineWhenItIsToReadNoMoreThanHasCome() {
    intake.ask();
    intake.readLast();
    comes("a line that never en");
    handsOver();
    isTold(new Session.ReadOut());
  }

  @Test
  void tellsWhatIsLeftWhenTheClientHasEndedItsSide() {
    intake.ask();
    comes("a\nrest");
    intake.end();
    isTold(received("a", "rest"), new Session.Ended());
    handsOver();
    isTold();
  }

  @Test
  void tellsWhatIsLeftAlsoWhenNobodyHasAsked() {
    intake.end();
    isTold(received(), new Session.Ended());
  }

  @Test
  void tellsNoHalfLineWhenTheConnectionBroke() {
    intake.ask();
    comes("a\nhalf");
    intake.breakOff();
    isTold(received("a"), new Session.Ended());
  }

  @Test
  void tellsALongRestPieceByPieceAndThenTheEnd() {
    intake.ask();
    comes("\n".repeat(FrameDecoder.MAX_FRAMES + 500) + "rest");
    handsOver();
    assertThat(frames()).hasSize(FrameDecoder.MAX_FRAMES);
    intake.end();
    isTold();
    intake.ask();
    assertThat(frames()).hasSize(501).endsWith(new Frame.Line("rest"));
    isTold(new Session.Ended());
  }
}
