package chat.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the owner is told of a connection whose chunks come when we say so. */
class InboundBufferTest {
  private final List<Object> told = new ArrayList<>();

  /** How many more chunks have been asked for than have come. */
  private int pulled;

  /** How often {@link InboundBuffer#handOver} is still to be called. */
  private int toHandOver;

  private final InboundBuffer inbound =
      new InboundBuffer(
          Framing.lines(8192).decoder(),
          new EventLog(null, told::add),
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
  void nothingIsReadBeforeTheOwnerAsks() {
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

  private void isTold(Object... events) {
    assertThat(told).containsExactly(events);
    told.clear();
  }

  private List<Frame> frames() {
    return ((EventLog.Received) told.remove(0)).frames();
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
    isTold(EventLog.Received.lines("a", "b", "cc", "d"));
    comes("e\n");
    handsOver();
    isTold();
    inbound.ask();
    handsOver();
    isTold(EventLog.Received.lines("e"));
  }

  @Test
  void gathersNoMoreThanAFewChunks() {
    inbound.ask();
    for (String each : List.of("1\n", "2\n", "3\n", "4\n")) {
      comes(each);
    }
    assertThat(pulled).isZero();
    handsOver();
    isTold(EventLog.Received.lines("1", "2", "3", "4"));
  }

  @Test
  void readsOnWhenALineHasNotComeAsAWhole() {
    inbound.ask();
    for (String each : List.of("a", "b", "c", "d", "e", "\n")) {
      comes(each);
    }
    handsOver();
    isTold(EventLog.Received.lines("abcde"));
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
    isTold(EventLog.Received.lines("next"));
  }

  @Test
  void readsOneMoreChunkWhenItIsToReadNoMoreThanHasCome() {
    inbound.readLast();
    isTold();
    inbound.ask();
    comes("a\nb");
    assertThat(pulled).isZero();
    handsOver();
    isTold(EventLog.Received.lines("a"));
    inbound.ask();
    handsOver();
    assertThat(pulled).isZero();
    isTold(new EventLog.ReadOut());
    assertThat(inbound.isLast()).isTrue();
  }

  @Test
  void tellsWhatIsOnItsWayAndThatNoMoreIsRead() {
    inbound.ask();
    inbound.readLast();
    comes("a\n");
    handsOver();
    assertThat(pulled).isZero();
    isTold(EventLog.Received.lines("a"));
    inbound.ask();
    handsOver();
    assertThat(pulled).isZero();
    isTold(new EventLog.ReadOut());
  }

  @Test
  void waitsForNothingWhenNothingHasCome() {
    inbound.ask();
    inbound.readLast();
    handsOver();
    isTold(new EventLog.ReadOut());
  }

  @Test
  void waitsNotForTheEndOfALineWhenItIsToReadNoMoreThanHasCome() {
    inbound.ask();
    inbound.readLast();
    comes("a line that never en");
    handsOver();
    isTold(new EventLog.ReadOut());
  }

  @Test
  void tellsWhatIsLeftWhenTheClientHasEndedItsSide() {
    inbound.ask();
    comes("a\nrest");
    inbound.end();
    isTold(EventLog.Received.lines("a", "rest"), new EventLog.Ended());
    handsOver();
    isTold();
  }

  @Test
  void tellsWhatIsLeftAlsoWhenNobodyHasAsked() {
    inbound.end();
    isTold(EventLog.Received.lines(), new EventLog.Ended());
  }

  @Test
  void tellsNoHalfLineWhenTheConnectionBroke() {
    inbound.ask();
    comes("a\nhalf");
    inbound.breakOff();
    isTold(EventLog.Received.lines("a"), new EventLog.Ended());
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
    isTold(new EventLog.Ended());
  }
}
