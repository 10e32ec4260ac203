package chat.parley.notation;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time: a whole number of up to six digits with its unit, {@code 90s}. */
public final class TimeSpan {
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");

  /** A digit of any script, perhaps behind a sign or what people take for one. */
  private static final Pattern BEGINNING =
      Pattern.compile("[-+~.,\u00B1\u2010-\u2015\u2212]*\\p{Nd}");

  private static final String FORMS = ", which is a whole number with its unit: 90s, 30m, 2h or 7d";

  private TimeSpan() {}

  /** Whether {@code text} begins like a time, so that it is one or a mistake. */
  public static boolean isMeantBy(String text) {
    return BEGINNING.matcher(text).lookingAt();
  }

  /**
   * Reads a time.
   *
   * @param least how long it must be
   * @throws NotationException when it is none
   */
  public static Duration parse(String text, Duration least) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw NotationException.not("a time" + FORMS, text);
    }
    Duration time = of(Long.parseLong(written.group(1)), written.group(2));
    if (time.compareTo(least) < 0) {
      throw NotationException.not("a time of at least " + least.toSeconds() + "s", text);
    }
    return time;
  }

  private static Duration of(long count, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
