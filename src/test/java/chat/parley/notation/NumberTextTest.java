package chat.parley.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  @Test
  void readsDecimalDigitsAndNothingElse() {
    assertThat(NumberText.whole("010")).isEqualTo(10);
    assertThat(NumberText.whole("-5")).isEqualTo(-5);
    assertThat(NumberText.whole("999999999", 1, 999_999_999)).isEqualTo(999_999_999);
    assertThat(NumberText.decimal("0.5")).isEqualTo(0.5);
    assertThat(NumberText.decimal("-10")).isEqualTo(-10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5x",
        "5d",
        "5f",
        "0x10",
        "1e3",
        "1_000",
        "1.5.1",
        "+5",
        " 5",
        "\u0665",
        "NaN",
        "Infinity",
        "99999999999"
      })
  void refusesWhatIsNoNumber(String text) {
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> NumberText.whole(text, 1, 20))
        .withMessage("\"%s\" is not a whole number from 1 to 20", text);
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> NumberText.whole(text))
        .withMessageContaining("is not a whole number of up to nine digits");
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> NumberText.decimal(text))
        .withMessage("\"%s\" is not a number, such as 10 or 0.5", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "21", "1.0"})
  void refusesWhatIsOutOfBounds(String text) {
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> NumberText.whole(text, 1, 20));
  }
}
