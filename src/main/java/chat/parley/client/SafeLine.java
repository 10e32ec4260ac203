package chat.parley.client;

import chat.parley.text.PlainText;
import java.util.Locale;

/**
 * Text from somebody else, made harmless for a terminal: {@linkplain PlainText plain}, and control
 * characters, of which a parley server sends none, are written out in visible letters, so that
 * nobody wonders at what is missing.
 */
final class SafeLine {
  private static final String TAB = "    ";

  private SafeLine() {}

  /** {@code line} in characters that are either visible or harmless. */
  static String of(String line) {
    return PlainText.clean(writtenOut(line));
  }

  private static String writtenOut(String line) {
    if (line.chars().noneMatch(Character::isISOControl)) {
      return line;
    }
    StringBuilder visible = new StringBuilder(line.length() + 16);
    line.codePoints().forEach(c -> append(c, visible));
    return visible.toString();
  }

  private static void append(int c, StringBuilder visible) {
    if (c == '\t') {
      visible.append(TAB);
    } else if (c < ' ' || c == 0x7F) {
      visible.append('^').append((char) (c ^ 0x40));
    } else if (Character.isISOControl(c)) {
      visible.append(String.format(Locale.ROOT, "<U+%04X>", c));
    } else {
      visible.appendCodePoint(c);
    }
  }
}
