package chat.parley.protocol;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When something was said, in the server's time zone. */
final class PastTime {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private PastTime() {}

  /** The time, and the date when it was not today. */
  static String of(Instant time) {
    return of(time, Clock.system(ZoneId.systemDefault()));
  }

  /**
   * As the other one.
   *
   * @param clock says which day is today, and in which zone
   */
  static String of(Instant time, Clock clock) {
    ZonedDateTime there = time.atZone(clock.getZone());
    boolean today = there.toLocalDate().equals(LocalDate.now(clock));
    return (today ? TIME : DATE_AND_TIME).format(there);
  }
}
