package chat.parley.protocol;

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
    return of(time, LocalDate.now(ZoneId.systemDefault()));
  }

  static String of(Instant time, LocalDate today) {
    ZonedDateTime there = time.atZone(ZoneId.systemDefault());
    return (there.toLocalDate().equals(today) ? TIME : DATE_AND_TIME).format(there);
  }
}
