package chat.parley.directory;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What may be a name, of a person or of a room, and when two names are the same.
 *
 * <p>A name is 1 to {@value #MAX_LENGTH} letters and digits of any script. Letters are written with
 * combining marks in many scripts (हिन्दी), so up to {@value #MAX_MARKS} marks may follow one. A
 * room's name may also have {@code -} and {@code _} in it. Names that differ only in case, or in
 * how Unicode composes the same characters, are the same.
 */
public final class Names {
  public static final int MAX_LENGTH = 32;
  private static final int MAX_MARKS = 2;

  private Names() {}

  /** The form in which {@code name} is shown: composed, otherwise as it was given. */
  public static String shown(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /** Whether {@code name}, in its {@link #shown} form, may be a person's. */
  public static boolean isPersonName(String name) {
    return isName(name, "");
  }

  /** Whether {@code name}, in its {@link #shown} form, may be a room's. */
  public static boolean isRoomName(String name) {
    return isName(name, "-_");
  }

  /** Whether two names are the same. */
  public static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }

  /** Equal for names that are the same. */
  static String key(String name) {
    // Neither case alone is enough: ẞ is upper case already, and only its lower case, ß, becomes
    // SS.
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFKC);
  }

  private static boolean isName(String name, String alsoAllowed) {
    int length = name.codePointCount(0, name.length());
    if (length < 1 || length > MAX_LENGTH) {
      return false;
    }
    int marks = MAX_MARKS; // none at the beginning
    for (int c : name.codePoints().toArray()) {
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

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
