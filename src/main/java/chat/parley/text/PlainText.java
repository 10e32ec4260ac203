package chat.parley.text;

import java.nio.charset.StandardCharsets;

/**
 * Text that is harmless wherever it is shown: one line, which stays where it stands and looks like
 * what was written.
 *
 * <p>It has no control characters other than tab and no line ends of Unicode's own, so that nobody
 * can write escape codes, or lines of somebody else's, into what another person sees. It does not
 * rearrange what stands around it: no embeddings and overrides of direction, and what isolates a
 * part of it ends with it. It has no more marks on a letter than any script needs, and nothing that
 * is never to be seen: noncharacters, byte order marks, tags other than those of an emoji flag.
 */
public final class PlainText {
  private PlainText() {}

  /** {@code text} without what could do harm; usually {@code text} itself. */
  public static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isSuspicious(text.charAt(i))) {
        return new Cleaner(text).cleaned(i);
      }
    }
    return text;
  }

  /**
   * The {@linkplain #clean clean} text of the bytes from {@code start} to {@code end}, which are
   * UTF-8; what is malformed becomes U+FFFD.
   */
  public static String read(byte[] utf8, int start, int end) {
    int length = end - start;
    for (int i = start; i < end; i++) {
      byte b = utf8[i];
      if (b < ' ' || b == 0x7F) { // bytes of other than ASCII are negative
        return clean(new String(utf8, start, length, StandardCharsets.UTF_8));
      }
    }
    // Printable ASCII, which needs no decoding.
    return new String(utf8, start, length, StandardCharsets.ISO_8859_1);
  }

  /** Whether {@code c} must be looked at together with what stands around it. */
  private static boolean isSuspicious(char c) {
    if (c < '\u0300') {
      return c < ' ' ? c != '\t' : c >= 0x7F && c < 0xA0;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
