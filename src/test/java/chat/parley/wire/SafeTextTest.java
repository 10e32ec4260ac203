package chat.parley.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {

  @Test
  void dropsEveryControlCharacterButTab() {
    for (char c = 0; c < 0xA0; c++) {
      boolean control = c < 0x20 || c >= 0x7F;
      String kept = control && c != '\t' ? "ab" : "a" + c + "b";
      assertThat(line("a" + c + "b")).as("U+%04X", (int) c).isEqualTo(kept);
    }
  }

  @Test
  void dropsTheLineEndsThatAreNotControlCharacters() {
    assertThat(line("a\u2028[bob] hi\u2029b")).isEqualTo("a[bob] hib");
  }

  @Test
  void takesTheEscapeOutOfAnEscapeSequence() {
    assertThat(line("\u001b[31mred\u001b]0;title\u0007 \u009b2J")).isEqualTo("[31mred]0;title 2J");
  }

  @Test
  void keepsTextOfEveryScript() {
    String text = "naïve 小明 हिन्दी עברית 👩‍👩‍👧 e\u0301\u00a0.";
    assertThat(line(text)).isEqualTo(text);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "61 FF 62, a\uFFFDb, no such byte",
    "61 80 62, a\uFFFDb, a continuation of nothing",
    "61 C0 AF 62, a\uFFFD\uFFFDb, an overlong slash",
    "61 ED A0 80 62, a\uFFFDb, a surrogate",
    "61 F4 90 80 80 62, a\uFFFD\uFFFD\uFFFD\uFFFDb, beyond Unicode",
    "61 E4 BD 62, a\uFFFDb, a broken character",
    "61 E4 BD, a\uFFFD, a character broken off by the end of the line",
    "61 C2 1B 62, a\uFFFDb, an escape inside a character"
  })
  void writesAReplacementForMalformedBytes(String hex, String text, String what) {
    byte[] bytes = Bytes.ofHex(hex);
    assertThat(SafeText.line(bytes, 0, bytes.length)).as(what).isEqualTo(text);
  }

  @Test
  void makesALineOfEachLineOfUnframedBytes() {
    assertThat(lines("", "one\ntwo\r\nthree\rfour")).containsExactly("one", "two", "three", "four");
    assertThat(lines("", "one\n\ntwo\n")).containsExactly("one", "", "two");
    assertThat(lines("", "")).isEmpty();
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
    List<String> pieces = SafeText.lines(ByteString.emptyByteString(), utf8("ab😀cde"), 3);
    assertThat(pieces).containsExactly("ab", "😀c", "de");
  }

  private static String line(String text) {
    byte[] bytes = ("<" + text + ">").getBytes(UTF_8);
    int start = 1;
    return SafeText.line(bytes, start, bytes.length - 1);
  }

  /** Each char of the two texts is a byte. */
  private static List<String> lines(String carried, String bytes) {
    return SafeText.lines(
        ByteString.fromString(carried, ISO_8859_1), ByteString.fromString(bytes, ISO_8859_1), 100);
  }

  private static ByteString utf8(String text) {
    return ByteString.fromString(text, UTF_8);
  }
}
