package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeLineTest {

  @Test
  void leavesHarmlessTextAlone() {
    String text = "Grüße, 你好, हिन्दी, עברית, e\u0301, 👩\u200D🔬 ❤\uFE0F";
    assertThat(SafeLine.of(text)).isSameAs(text);
  }

  @Test
  void writesOutEscapeCodes() {
    assertThat(SafeLine.of("a\u001B[2J\u001B]0;title\u0007b")).isEqualTo("a^[[2J^[]0;title^Gb");
    assertThat(SafeLine.of("\u009B31m")).isEqualTo("<U+009B>31m");
  }

  @Test
  void writesOutEveryControlCharacter() {
    for (int c = 0; c < 0x10000; c++) {
      if (Character.isISOControl(c)) {
        assertThat(SafeLine.of("x" + (char) c).chars().noneMatch(Character::isISOControl))
            .as("U+%04X", c)
            .isTrue();
      }
    }
    assertThat(SafeLine.of("\u0000\r\n\u007F")).isEqualTo("^@^M^J^?");
  }

  @Test
  void makesTabsSpaces() {
    assertThat(SafeLine.of("a\tb")).isEqualTo("a    b");
  }

  @Test
  void isPlainText() {
    assertThat(SafeLine.of("[bob] \u202Egnp.exe\u202C \u2066x\u2069 \u2028\uFEFF\u2067y"))
        .isEqualTo("[bob] gnp.exe \u2066x\u2069 \u2067y\u2069");
    assertThat(SafeLine.of("a\u001B" + "\u0301".repeat(20))).isEqualTo("a^[" + "\u0301".repeat(4));
  }

  @Test
  void replacesHalfCharacters() {
    assertThat(SafeLine.of("a\uD83Db")).isEqualTo("a\uFFFDb");
    assertThat(SafeLine.of("\uDE00")).isEqualTo("\uFFFD");
  }
}
