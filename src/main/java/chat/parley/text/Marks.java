package chat.parley.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * The count of marks on a letter, which stand above, below or around it: not so many that they grow
 * into the lines of others. Marks with a width of their own are letters here.
 */
final class Marks {
  /** As many as any language puts on a letter, but for those written in {@link #STACKING}. */
  private static final int MAX = 4;

  private static final int MAX_STACKED = 8;

  /** Scripts that write whole letters under another, or points and accents on one. */
  private static final Set<UnicodeScript> STACKING =
      EnumSet.of(
          UnicodeScript.BALINESE,
          UnicodeScript.HEBREW,
          UnicodeScript.JAVANESE,
          UnicodeScript.MYANMAR,
          UnicodeScript.TAI_THAM,
          UnicodeScript.TIBETAN);

  private int letter = ' ';
  private int count;

  /** Whether {@code c}, which comes next, is not a mark too many. */
  boolean allow(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return ++count <= MAX || (count <= MAX_STACKED && stacks());
    }
    if (type != Character.FORMAT) { // which is not seen: what stands before it has the next marks
      on(c);
    }
    return true;
  }

  /** The next marks are on {@code c}. */
  void on(int c) {
    letter = c;
    count = 0;
  }

  private boolean stacks() {
    return STACKING.contains(UnicodeScript.of(letter));
  }
}
