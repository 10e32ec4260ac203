package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.notation.NotationException;
import chat.parley.store.HistoryQuery;
import chat.parley.store.HistoryQuery.AtNumber;
import chat.parley.store.HistoryQuery.AtTime;
import chat.parley.store.HistoryQuery.Before;
import chat.parley.store.HistoryQuery.Last;
import chat.parley.store.HistoryQuery.Position;
import chat.parley.store.HistoryQuery.Since;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryArgumentsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-29T15:00:00Z"), ZoneOffset.UTC);

  @Test
  void readsAPlaceAndACountEachOfWhichMayBeMissing() {
    assertThat(read("")).isEqualTo(here(new Last(20)));
    assertThat(read(" 5 ")).isEqualTo(here(new Last(5)));
    assertThat(read("5000")).isEqualTo(here(new Last(1000)));
    assertThat(read("before #12")).isEqualTo(here(new Before(new AtNumber(12), 20)));
    assertThat(read("BEFORE #12 3")).isEqualTo(here(new Before(new AtNumber(12), 3)));
    assertThat(read("since #12")).isEqualTo(here(new Since(new AtNumber(12), 20)));
    assertThat(read("#12 3")).isEqualTo(here(new Since(new AtNumber(12), 3)));
    assertThat(read("since 14:03 3")).isEqualTo(here(new Since(at("2026-11-29T14:03:00Z"), 3)));
    assertThat(read("before 2026-11-28")).isEqualTo(here(new Before(midnight(), 20)));
    assertThat(read("before yesterday 3")).isEqualTo(here(new Before(midnight(), 3)));
    assertThat(read("since yesterday 14:03 3"))
        .isEqualTo(here(new Since(at("2026-11-28T14:03:00Z"), 3)));
  }

  @Test
  void readsARoomAheadOfThem() {
    assertThat(read("den")).isEqualTo(of("den", new Last(20)));
    assertThat(read("#den 5")).isEqualTo(of("den", new Last(5)));
    assertThat(read("den #12")).isEqualTo(of("den", new Since(new AtNumber(12), 20)));
    assertThat(read("den before 2h 5"))
        .isEqualTo(of("den", new Before(at("2026-11-29T13:00:00Z"), 5)));
  }

  @Test
  void readsARoomInQuotesThatIsCalledLikeSomethingElse() {
    assertThat(read("\"12\" 5")).isEqualTo(of("12", new Last(5)));
    assertThat(read("\"before\" before #7"))
        .isEqualTo(of("before", new Before(new AtNumber(7), 20)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-3",
        "5x",
        "2fast",
        "1.5",
        "9999999999",
        "#0",
        "20 30",
        "den den",
        "den 0",
        "before 12",
        "before #",
        "before den",
        "since 25:00",
        "since 2026-02-30",
        "since 2026-11-28 9:99",
        "\"den",
        "\"\"",
        "since #1 2 3",
        "before #12 since #3"
      })
  void saysWhatIsWrittenAsItCannotBe(String rest) {
    assertThatThrownBy(() -> read(rest))
        .isInstanceOf(NotationException.class)
        .hasMessageContaining("\" is not ");
  }

  private static Request read(String rest) {
    return HistoryArguments.parse(rest, CLOCK);
  }

  private static Request here(HistoryQuery query) {
    return new Request.History(query);
  }

  private static Request of(String room, HistoryQuery query) {
    return new Request.HistoryOf(room, query);
  }

  private static Position at(String time) {
    return new AtTime(Instant.parse(time));
  }

  private static Position midnight() {
    return at("2026-11-28T00:00:00Z");
  }
}
