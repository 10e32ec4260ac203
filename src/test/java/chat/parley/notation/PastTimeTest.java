package chat.parley.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastTimeTest {
  /** In Vienna an hour ahead of UTC, the day before in summer time two. */
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 10, 26, 15, 0, 30, 0, ZoneId.of("Europe/Vienna"));

  @ParameterizedTest
  @CsvSource({
    "14:03, 2026-10-26T13:03:00Z",
    "9:03, 2026-10-26T08:03:00Z",
    "15:00:30, 2026-10-26T14:00:30Z",
    "15:00:31, 2026-10-25T14:00:31Z",
    "23:59, 2026-10-25T22:59:00Z",
    "yesterday, 2026-10-24T22:00:00Z",
    "Yesterday 14:03, 2026-10-25T13:03:00Z",
    "2026-10-24, 2026-10-23T22:00:00Z",
    "2026-10-24 14:03, 2026-10-24T12:03:00Z",
    "2026-10-24 14:03:22, 2026-10-24T12:03:22Z",
    "2h, 2026-10-26T12:00:30Z",
    "90s, 2026-10-26T13:59:00Z",
    "7d, 2026-10-19T14:00:30Z"
  })
  void isReadInTheZoneThatIsMeant(String text, String time) {
    assertThat(PastTime.parse(text, NOW)).isEqualTo(time);
  }

  @Test
  void isWrittenWithTheDateUnlessItWasToday() {
    Clock clock = Clock.fixed(NOW.toInstant(), NOW.getZone());
    assertThat(PastTime.text(NOW.toInstant(), clock)).isEqualTo("15:00:30");
    Instant midnight = NOW.truncatedTo(ChronoUnit.DAYS).toInstant();
    assertThat(PastTime.text(midnight, clock)).isEqualTo("00:00:00");
    assertThat(PastTime.text(midnight.minusMillis(1), clock)).isEqualTo("2026-10-25 23:59:59");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "12",
        "-2h",
        "24:00",
        "14:60",
        "14:3",
        "1403",
        "14:03:61",
        ":",
        "2026-02-30",
        "2026-13-01",
        "2026-11",
        "28.11.2026",
        "2026-11-28 x",
        "2026-11-28 25:00",
        "yesterday 2h"
      })
  void saysWhatATimeLooksLikeWhereNoneIs(String text) {
    assertThatThrownBy(() -> PastTime.parse(text, NOW))
        .isInstanceOf(NotationException.class)
        .hasMessageContaining("\" is not a ");
  }
}
