package chat.parley.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;

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
