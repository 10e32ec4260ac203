package chat.parley.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @CsvSource({
    "0ms, PT0S",
    "250ms, PT0.25S",
    "5s, PT5S",
    "030m, PT30M",
    "2h, PT2H",
    "7d, PT168H",
    "999999d, PT23999976H"
  })
  void readsANumberWithAUnit(String text, Duration time) {
    assertThat(TimeSpan.parse(text, Duration.ZERO)).isEqualTo(time);
    assertThat(TimeSpan.isMeantBy(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-5m",
        "+5m",
        "\u22125m",
        "\u20135m",
        "~5m",
        ".5h",
        "-.5h",
        "1.5h",
        "1,5h",
        "5",
        "5x",
        "5M",
        "5min",
        "5 m",
        "5m,",
        "2h30m",
        "1e3s",
        "99999999999d",
        "1000000s",
        "\u0665m",
        "\uFF15m"
      })
  void refusesWhatBeginsLikeATimeAndIsNone(String text) {
    assertThat(TimeSpan.isMeantBy(text)).isTrue();
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> TimeSpan.parse(text, SECOND))
        .withMessage(
            "\"%s\" is not a time, which is a whole number with its unit: 90s, 30m, 2h or 7d",
            text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0d", "000h", "999ms"})
  void refusesWhatIsTooShort(String text) {
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> TimeSpan.parse(text, SECOND))
        .withMessage("\"%s\" is not a time of at least 1s", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "m", "spam", "-", "--", "too late, at 5", "#5", "\"3 strikes\"", "for 5m"})
  void takesOtherWordsForNoTime(String text) {
    assertThat(TimeSpan.isMeantBy(text)).isFalse();
  }
}
