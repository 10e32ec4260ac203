package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Content;
import chat.parley.transport.Frame;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesProtocolTest {
  private final LinesProtocol protocol = new LinesProtocol(8192, true);

  @Test
  void saysNothingWithALineThatShowsNothing() {
    for (String line :
        List.of("", " ", "\t", "\u00a0\u3000", "\u200b\u2060", "\u3164", "\u2067\u2069")) {
      assertThat(protocol.saysNothing(new Frame.Line(line))).as(line).isTrue();
    }
    for (String line : List.of(".", " x", "/", "\u200b😀")) {
      assertThat(protocol.saysNothing(new Frame.Line(line))).as(line).isFalse();
    }
    assertThat(protocol.saysNothing(new Frame.TooLong(1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/quit", "//quit", "/", "hello"})
  void saysEveryLineAsItIsWhenCommandsAreOff(String line) {
    assertThat(new LinesProtocol(8192, false).request(new Frame.Line(line)))
        .isEqualTo(new Request.Say(new Content.Text(line)));
  }

  @Test
  void readsCommandsWhenTheyAreOn() {
    assertThat(protocol.request(new Frame.Line("/quit"))).isEqualTo(new Request.Quit());
  }

  @Test
  void answersALineThatIsTooLong() {
    assertThat(protocol.request(new Frame.TooLong(8192)))
        .isEqualTo(new Request.Answer(new Notice.LineTooLong(8192)));
  }

  @Test
  void asksForANameAndTakesALineForOneButNotATooLongOne() {
    assertThat(protocol.asksName()).isTrue();
    assertThat(protocol.answer(new Frame.Line("小明"))).isEqualTo("小明");
    assertThat(protocol.answer(new Frame.TooLong(8192))).isEmpty();
  }

  @Test
  void sharesWhatIsEncodedWithTheOtherListenersThatWriteTheSame() {
    assertThat(new LinesProtocol(8192, false).format()).isSameAs(protocol.format());
    assertThat(new LinesProtocol(4, true).format()).isNotSameAs(protocol.format());
  }

  @Test
  void writesNumbersFromWhenItHasSaidSo() {
    var other = new LinesProtocol(8192, true);
    var plain = protocol.format();
    var on = new Frame.Line("/numbers on");

    Request answer = protocol.request(on);
    assertThat(protocol.format()).as("before it has said so").isSameAs(plain);
    protocol.encode(((Request.Answer) answer).notice());
    other.encode(new Notice.Numbers(true));
    assertThat(protocol.format()).isNotSameAs(plain).isSameAs(other.format());
    protocol.encode(new Notice.Numbers(false));
    assertThat(protocol.format()).isSameAs(plain);
  }

  @Test
  void keepsTheNumbersThatAProgramNeeds() {
    protocol.synchronize();
    var format = protocol.format();
    assertThat(protocol.encode(new Notice.Numbers(false)).utf8String())
        .isEqualTo("* posts keep their numbers after /sync\n");
    assertThat(protocol.format()).isSameAs(format);
  }

  @Test
  void knowsASyncBeforeThereIsAName() {
    assertThat(beforeName("/sync")).contains(new Request.Sync(Optional.empty()));
    assertThat(beforeName("/SYNC  café  4f2a-1  312 "))
        .contains(new Request.Sync(Optional.of(new Request.Resume("café", "4f2a-1", 312))));
    for (String line : List.of("alice", "/syncs", "sync", "")) {
      assertThat(beforeName(line)).as(line).isEmpty();
    }
    assertThat(new LinesProtocol(8192, false).requestBeforeName(new Frame.Line("/sync"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lobby", "lobby 4f2a", "lobby 4f2a x", "lobby a:b 1", "a b c d"})
  void saysHowASyncIsWrittenThatIsNone(String rest) {
    assertThat(beforeName("/sync " + rest))
        .contains(
            new Request.Answer(
                new Notice.Miswritten(
                    "\""
                        + rest
                        + "\" is not ROOM EPOCH NUMBER; it is written /sync, or /sync lobby 4f2a 312")));
  }

  private Optional<Request> beforeName(String line) {
    return protocol.requestBeforeName(new Frame.Line(line));
  }
}
