package chat.parley.notation;

import java.util.regex.Pattern;

/** Numbers, in decimal digits; never octal, hexadecimal, or with a letter behind them. */
public final class NumberText {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

  private NumberText() {}

  /**
   * Reads a whole number.
   *
   * @throws NotationException when it is none from {@code min} to {@code max}
   */
  public static int whole(String text, int min, int max) {
    if (WHOLE.matcher(text).matches()) {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw NotationException.not("a whole number from " + min + " to " + max, text);
  }

  /**
   * Reads a whole number whose bounds are looked at later.
   *
   * @throws NotationException when it is none
   */
  public static int whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw NotationException.not("a whole number of up to nine digits, such as 10", text);
    }
    return Integer.parseInt(text);
  }

  /**
   * Reads a number that need not be whole.
   *
   * @throws NotationException when it is none
   */
  public static double decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw NotationException.not("a number, such as 10 or 0.5", text);
    }
    return Double.parseDouble(text);
  }
}
