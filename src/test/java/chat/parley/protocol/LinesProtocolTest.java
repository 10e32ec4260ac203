package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Content;
import chat.parley.transport.Frame;
import java.util.List;
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
}
