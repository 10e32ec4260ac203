package chat.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " \t  ",
        "\u00a0\u2003\u202f\u3000",
        "\u200b\u200c\u200d\u2060",
        "\u200e\u200f\u061c",
        "\u2067\u2069",
        "\u00ad",
        "\ufe0f\u034f",
        "\u3164\u115f\u1160\uffa0",
        "\u2800",
        "\uDB40\uDC01\uDB40\uDD00"
      })
  void nothingIsToBeSeenOfWhatHasNoSign(String text) {
    assertThat(Visible.anythingIn(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "  .", "\u200b!", "\t小", "\u05d0", "😀", "e\u0301", "\u0301", "\u06dd", "-"})
  void everythingElseIsToBeSeen(String text) {
    assertThat(Visible.anythingIn(text)).isTrue();
  }

  @Test
  void aControlCharacterIsNotToBeSeen() {
    for (char c = 0; c < 0xA0; c++) {
      boolean letter = c > ' ' && c < 0x7F;
      assertThat(Visible.anythingIn(" " + c)).as("U+%04X", (int) c).isEqualTo(letter);
    }
  }
}
