package chat.parley.names;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/**
 * What a name looks like to a reader: two names read the same when they have one of their forms in
 * common. A form is the skeleton of Unicode's UTS 39, in which each character stands for all that
 * are confused with it: one of the name without its case ({@code PayPal}, {@code paypal}), and one
 * of what it looks like with its case ({@code paypaI} with a capital i).
 *
 * <p>Names in ASCII, which are most, go by a table of {@link #ascii}; so the data of {@link
 * Unicode} is loaded when the first other name comes.
 */
public final class Looks {
  private Looks() {}

  /** The forms of {@code name}, one or two. */
  public static Set<String> of(String name) {
    String folded = skeleton(fold(name));
    String seen = skeleton(fold(skeleton(name)));
    return folded.equals(seen) ? Set.of(folded) : Set.of(folded, seen);
  }

  /** Whether two sets of forms have one in common. */
  public static boolean alike(Set<String> one, Set<String> other) {
    return !Collections.disjoint(one, other);
  }

  /** Whether two names read the same. */
  public static boolean alike(String one, String other) {
    return alike(of(one), of(other));
  }

  private static String fold(String text) {
    return isAscii(text) ? text.toLowerCase(Locale.ROOT) : Unicode.fold(text);
  }

  private static String skeleton(String text) {
    return isAscii(text) ? ascii(text) : Unicode.skeleton(text);
  }

  /** As {@link Unicode#skeleton}, of letters, digits, {@code -} and {@code _} of ASCII alone. */
  static String ascii(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String like =
          switch (c) {
            case '0' -> "O";
            case '1', 'I' -> "l";
            case 'm' -> "rn";
            default -> null;
          };
      if (like != null && out == null) {
        out = new StringBuilder(text.length() + 1).append(text, 0, i);
      }
      if (like != null) {
        out.append(like);
      } else if (out != null) {
        out.append(c);
      }
    }
    return out == null ? text : out.toString();
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }
}
