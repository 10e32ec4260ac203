package chat.parley.room;

/**
 * Text that is harmless on somebody's terminal: one line, without control characters (C0, DEL, C1)
 * other than tab and without Unicode's own line ends, so that nobody can write escape codes, or
 * lines of somebody else's, into what another person sees.
 */
public final class PlainText {
  private PlainText() {}

  /** {@code text} without what could do harm; usually {@code text} itself. */
  public static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHarmful(text.charAt(i))) {
        return withoutHarm(text, i);
      }
    }
    return text;
  }

  private static String withoutHarm(String text, int firstHarmful) {
    StringBuilder clean = new StringBuilder(text.length()).append(text, 0, firstHarmful);
    for (int i = firstHarmful; i < text.length(); i++) {
      if (!isHarmful(text.charAt(i))) {
        clean.append(text.charAt(i));
      }
    }
    return clean.toString();
  }

  private static boolean isHarmful(char c) {
    return Character.isISOControl(c) ? c != '\t' : c == '\u2028' || c == '\u2029';
  }
}
