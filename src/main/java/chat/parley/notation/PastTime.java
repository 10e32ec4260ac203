package chat.parley.notation;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time in the past as people read it, {@code 14:03:22} or {@code 2026-11-28 14:03:22}, and as
 * they write it: so, or {@code 14:03}, {@code yesterday}, {@code 2026-11-28}, {@code 2026-11-28
 * 14:03}, or {@code 2h} for two hours ago.
 */
public final class PastTime {
  private static final Pattern CLOCK = Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?");
  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final String YESTERDAY = "yesterday";
  private static final String KIND =
      "a time, such as 14:03, yesterday, 2026-11-28, 2026-11-28 14:03, or 2h for two hours ago";

  private PastTime() {}

  /**
   * Writes a time: that of the clock, behind the date when it was not today.
   *
   * @param clock says which day is today, in the zone that is meant
   */
  public static String text(Instant time, Clock clock) {
    ZonedDateTime there = time.atZone(clock.getZone());
    boolean today = there.toLocalDate().equals(LocalDate.now(clock));
    return (today ? TIME : DATE_AND_TIME).format(there);
  }

  /** Whether {@code word} is a day, behind which a time of that day may follow. */
  public static boolean isDay(String word) {
    return word.equalsIgnoreCase(YESTERDAY) || DATE.matcher(word).matches();
  }

  /** Whether {@code word} is the time of a clock, or meant to be. */
  public static boolean isClockTime(String word) {
    return word.indexOf(':') >= 0;
  }

  /**
   * Reads a time. That of a clock alone is the last one there was; a day alone is its beginning.
   *
   * @param now what counts as now, in the zone that is meant
   * @throws NotationException when it is none
   */
  public static Instant parse(String text, ZonedDateTime now) {
    String[] words = text.split(" ", 2);
    if (isDay(words[0])) {
      LocalDate day = day(words[0], now.toLocalDate());
      LocalTime time = words.length == 1 ? LocalTime.MIDNIGHT : clockTime(words[1]);
      return day.atTime(time).atZone(now.getZone()).toInstant();
    }
    if (isClockTime(text)) {
      ZonedDateTime today = now.with(clockTime(text));
      return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
    }
    return now.minus(ago(text)).toInstant();
  }

  private static LocalDate day(String text, LocalDate today) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return today.minusDays(1);
    }
    try {
      return LocalDate.of(number(date, 1), number(date, 2), number(date, 3));
    } catch (DateTimeException e) {
      throw NotationException.not("a day that there is; 2026-11-28 is the 28th of November", text);
    }
  }

  private static LocalTime clockTime(String text) {
    Matcher clock = CLOCK.matcher(text);
    try {
      if (clock.matches()) {
        int second = clock.group(3) == null ? 0 : number(clock, 3);
        return LocalTime.of(number(clock, 1), number(clock, 2), second);
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw NotationException.not("a time of a day, which is 00:00 to 23:59, or 14:03:22", text);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Duration ago(String text) {
    try {
      return TimeSpan.parse(text, Duration.ZERO);
    } catch (NotationException e) {
      throw NotationException.not(KIND, text);
    }
  }
}
