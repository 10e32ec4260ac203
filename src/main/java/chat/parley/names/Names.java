package chat.parley.names;

import chat.parley.notation.Characters;
import chat.parley.text.Visible;
import java.text.Normalizer;
import java.util.Locale;

/**
 * What may be a name, of a user or of a room, and when two names are the same.
 *
 * <p>A name is letters and digits of any script. Letters are written with combining marks in many
 * scripts (हिन्दी), so up to {@value #MAX_MARKS} marks may follow one. A room's name may also have
 * {@code -} and {@code _} in it. Names that differ only in case, or in how Unicode composes the
 * same characters, are the same; {@link Looks} says which others read the same. A length counts
 * what a reader sees as a character.
 *
 * <p>Letters and marks that are not to be seen (variation selectors, Hangul fillers) are not
 * allowed: a name with one would look like the name without.
 */
public final class Names {
  /** The longest that any name may be allowed to be. */
  public static final int MAX_LENGTH = 255;

  private static final int MAX_MARKS = 2;
  private static final int MAX_CODE_POINTS_PER_CHARACTER = 4;

  private Names() {}

  /** The form in which {@code name} is shown: composed, otherwise as it was given. */
  public static String shown(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /**
   * Whether {@code name}, in its {@link #shown} form, may be a user's of 1 to {@code maxLength}
   * characters.
   */
  public static boolean isPersonName(String name, int maxLength) {
    return isName(name, maxLength, "");
  }

  /**
   * Whether {@code name}, in its {@link #shown} form, may be a room's of 1 to {@code maxLength}
   * characters.
   */
  public static boolean isRoomName(String name, int maxLength) {
    return isName(name, maxLength, "-_");
  }

  /** Whether two names are the same. */
  public static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }

  /** Whether {@code name} has letters of scripts that nobody writes in one word. */
  public static boolean mixesScripts(String name) {
    return !Looks.isAscii(name) && Unicode.mixesScripts(name);
  }

  /** Equal for names that are the same. */
  public static String key(String name) {
    // Neither case alone is enough: ẞ is upper case already, and only its lower case, ß, becomes
    // SS.
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }

  private static boolean isName(String name, int maxLength, String alsoAllowed) {
    if (name.isEmpty() || isLonger(name, maxLength)) {
      return false;
    }
    int marks = MAX_MARKS; // none at the beginning
    for (int c : name.codePoints().toArray()) {
      if (!Visible.is(c)) {
        return false;
      }
      boolean mark = isMark(c);
      marks = mark ? marks + 1 : 0;
      if (marks > MAX_MARKS) {
        return false;
      }
      if (!mark && !Character.isLetterOrDigit(c) && alsoAllowed.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** What a reader sees as one character may be several of Unicode's, but not any number. */
  private static boolean isLonger(String name, int maxLength) {
    int codePoints = name.codePointCount(0, name.length());
    return codePoints > maxLength
        && (Looks.isAscii(name)
            || codePoints > MAX_CODE_POINTS_PER_CHARACTER * maxLength
            || Characters.count(name) > maxLength);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
