package chat.parley.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.transport.Frame;
import chat.parley.transport.FrameDecoder;
import chat.parley.transport.Framing;
import chat.parley.transport.Hostile;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnframedLinesTest {

  @Test
  void makesALineOfEachLineOfUnframedBytes() {
    assertThat(lines("", "one\ntwo\r\nthree\rfour")).containsExactly("one", "two", "three", "four");
    assertThat(lines("", "")).isEmpty();
  }

  @Test
  void leavesOutLinesWithNothingToSee() {
    assertThat(lines("", "one\n\n \t\n\u001b\r\ntwo\n")).containsExactly("one", "two");
    assertThat(lines("", "\n")).isEmpty();
  }

  @Test
  void leavesACharacterThatIsBrokenOffToTheBytesThatFollow() {
    assertThat(lines("", "a\u00e4\u00bd")).containsExactly("a");
    assertThat(lines("\u00e4\u00bd", "\u00a0b")).containsExactly("你b");
    assertThat(lines("\u00e4\u00bd", "b")).containsExactly("\uFFFDb");
    assertThat(lines("\u00e4", "\u00bd")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 100})
  void readsACharacterWhoseBytesCameInTwoChunks(int chunk) {
    String text = "é你😀好aé😀";
    assertThat(String.join("", read(text.getBytes(UTF_8), chunk))).isEqualTo(text);
  }

  private static List<String> read(byte[] bytes, int chunk) {
    FrameDecoder decoder = Framing.chunks().decoder();
    List<String> lines = new ArrayList<>();
    for (ByteString each : Hostile.chunks(bytes, chunk)) {
      for (Frame frame : decoder.split(each)) {
        var part = (Frame.Bytes) frame;
        lines.addAll(UnframedLines.of(part.carried(), part.bytes(), 100));
      }
    }
    return lines;
  }

  @Test
  void breaksLongLinesBetweenCharacters() {
    assertThat(pieces("ab😀cde")).containsExactly("ab", "😀c", "de");
  }

  @Test
  void letsNothingReachFromOneLineIntoTheNext() {
    assertThat(pieces("\u2067ab\u2069\n\u202Ec")).containsExactly("\u2067ab\u2069", "c");
    assertThat(pieces("a\u2067bcd\u2069")).containsExactly("a\u2067b\u2069", "cd");
  }

  private static List<String> pieces(String text) {
    return UnframedLines.of(ByteString.emptyByteString(), ByteString.fromString(text, UTF_8), 3);
  }

  /** Each char of the two texts is a byte. */
  private static List<String> lines(String carried, String bytes) {
    return UnframedLines.of(
        ByteString.fromString(carried, ISO_8859_1), ByteString.fromString(bytes, ISO_8859_1), 100);
  }
}
