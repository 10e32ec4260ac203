package chat.parley.client;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The places where a text speaks of somebody: the name as a word of its own, in whatever case. In
 * scripts that put no spaces between words, what stands beside the name does not matter.
 */
final class Mentions {
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private Mentions() {}

  /** All places where {@code text} has {@code name}. */
  static List<Span> of(String name, String text) {
    List<Span> found = new ArrayList<>();
    int length = name.length();
    for (int i = 0; length > 0 && i + length <= text.length(); i++) {
      if (text.regionMatches(true, i, name, 0, length)
          && isFreeBefore(text, i)
          && isFreeAfter(text, i + length)) {
        found.add(new Span(i, i + length));
        i += length - 1;
      }
    }
    return found;
  }

  private static boolean isFreeBefore(String text, int start) {
    return start == 0
        || !isOfWord(text.codePointBefore(start))
        || needsNoSpace(text.codePointAt(start));
  }

  private static boolean isFreeAfter(String text, int end) {
    if (end == text.length()) {
      return true;
    }
    int next = text.codePointAt(end);
    return !isOfWord(next) || (needsNoSpace(text.codePointBefore(end)) && !isMark(next));
  }

  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || isMark(c);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean needsNoSpace(int c) {
    return WITHOUT_SPACES.contains(UnicodeScript.of(c));
  }
}
