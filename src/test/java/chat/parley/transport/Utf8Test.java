package chat.parley.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "你", "😀", "\uFFFF", "\uD83F\uDFFF", "\uDBFF\uDFFF"})
  void countsTheBytesOfACharacterThatIsBrokenOff(String character) {
    byte[] whole = ("xyz" + character).getBytes(UTF_8);

    for (int kept = 3; kept < whole.length; kept++) {
      ByteString bytes = ByteString.fromArray(whole, 0, kept);
      assertThat(Utf8.brokenOff(bytes)).as("%d bytes kept", kept).isEqualTo(kept - 3);
    }
    assertThat(Utf8.brokenOff(ByteString.fromArray(whole))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"61 FF", "61 80", "80 80 80 80", "61 F5", "61 F8 80", "C3 A9 A9", "E4 BD A0 80"})
  void takesMalformedBytesForWhole(String hex) {
    assertThat(Utf8.brokenOff(ByteString.fromArray(Bytes.ofHex(hex)))).isZero();
  }

  @Test
  void findsNothingBrokenInNothing() {
    assertThat(Utf8.brokenOff(ByteString.emptyByteString())).isZero();
  }
}
