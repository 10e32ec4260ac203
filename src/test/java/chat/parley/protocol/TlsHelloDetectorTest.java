package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;

class TlsHelloDetectorTest {
  private final FrameDecoder decoder = new TlsHelloDetector(new LineDecoder(100));

  @Test
  void recognisesAHelloWithoutALinesEnd() {
    assertThat(split("\u0016\u0003\u0001\u0002\u0000\u0001")).containsExactly(new Frame.TlsHello());
  }

  @Test
  void recognisesAHelloThatComesByteByByte() {
    assertThat(split("\u0016")).isEmpty();
    assertThat(split("\u0003")).containsExactly(new Frame.TlsHello());
  }

  @Test
  void leavesEverythingElseToTheOther() {
    assertThat(split("al")).isEmpty();
    assertThat(split("ice\n\u0016\u0003\nx")).containsExactly(line("alice"), line(""));
    assertThat(decoder.end()).containsExactly(line("x"));
  }

  @Test
  void losesNothingOfWhatOnlyLookedLikeOne() {
    assertThat(split("\u0016")).isEmpty();
    assertThat(split("bob\n")).containsExactly(line("bob"));
  }

  private List<Frame> split(String latin) {
    return decoder.split(ByteString.fromString(latin, StandardCharsets.ISO_8859_1));
  }

  private static Frame line(String text) {
    return new Frame.Line(text);
  }
}
