package chat.parley.client;

/**
 * Text from somebody else, made harmless for a terminal: control characters (C0, DEL, C1) and
 * characters that reorder or break lines are written out in visible letters, so that nothing a
 * server sends can move the cursor, change colours, or make a line look like another.
 */
final class SafeLine {
  private static final String TAB = "    ";

  private SafeLine() {}

  /** {@code line} in characters that are either visible or harmless. */
  static String of(String line) {
    int first = 0;
    while (first < line.length() && isHarmless(line, first)) {
      first += Character.charCount(line.codePointAt(first));
    }
    if (first == line.length()) {
      return line;
    }
    StringBuilder safe = new StringBuilder(line.length() + 16).append(line, 0, first);
    line.substring(first).codePoints().forEach(c -> append(c, safe));
    return safe.toString();
  }

  private static boolean isHarmless(String line, int index) {
    int c = line.codePointAt(index);
    return !Character.isISOControl(c) && !isDeceptive(c) && !isSurrogate(c);
  }

  private static void append(int c, StringBuilder safe) {
    if (c == '\t') {
      safe.append(TAB);
    } else if (c < ' ' || c == 0x7F) {
      safe.append('^').append((char) (c ^ 0x40));
    } else if (Character.isISOControl(c) || isDeceptive(c)) {
      safe.append(String.format("<U+%04X>", c));
    } else {
      safe.appendCodePoint(isSurrogate(c) ? 0xFFFD : c);
    }
  }

  /** Line and paragraph separators, and what embeds, overrides or isolates a direction. */
  private static boolean isDeceptive(int c) {
    return c == 0x2028
        || c == 0x2029
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /** Half a character, which no encoding can write. */
  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
