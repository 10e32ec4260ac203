package chat.parley.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharactersTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "tea & more, 10",
    "小明, 2",
    "e\u0301, 1",
    "\u1112\u1161\u11AB, 1",
    "\u0939\u093F\u0928, 2",
    "\uD83D\uDC4D\uD83C\uDFFD, 1",
    "\uD83C\uDDE9\uD83C\uDDEA\uD83C\uDDEB\uD83C\uDDF7, 2",
    "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66, 1",
    "\uD83E\uDDD1\uD83C\uDFFB\u200D\u2764\uFE0F\u200D\uD83D\uDC8B\u200D\uD83E\uDDD1\uD83C\uDFFF, 1"
  })
  void countsWhatAReaderSees(String text, int count) {
    assertThat(Characters.count(text)).isEqualTo(count);
  }

  @Test
  void countsForSeveralWhatIsMadeToBeLong() {
    assertThat(Characters.count("a" + "\u0301".repeat(15))).isEqualTo(1);
    assertThat(Characters.count("a" + "\u0301".repeat(16))).isEqualTo(2);
    assertThat(Characters.count("\uD83D\uDC68\u200D".repeat(1000))).isEqualTo(125);
  }
}
