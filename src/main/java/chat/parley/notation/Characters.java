package chat.parley.notation;

import java.util.regex.Pattern;

/**
 * Characters as a reader sees them: a letter with its marks, a flag, a family (Unicode's extended
 * grapheme clusters).
 */
public final class Characters {
  private static final Pattern ONE = Pattern.compile("\\X");

  /** More than the longest emoji has; what has more is made to be long. */
  private static final int PARTS = 16;

  private Characters() {}

  /** How many there are in {@code text}; one of very many code points counts for several. */
  public static int count(String text) {
    return ONE.matcher(text).results().mapToInt(each -> weight(each.group())).sum();
  }

  private static int weight(String one) {
    return (one.codePointCount(0, one.length()) + PARTS - 1) / PARTS;
  }
}
