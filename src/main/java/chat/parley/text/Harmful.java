package chat.parley.text;

/** The characters that are in no text, whatever stands around them. */
final class Harmful {
  private Harmful() {}

  static boolean is(int c) {
    if (Character.isISOControl(c)) {
      return c != '\t';
    }
    return rearranges(c) || endsLine(c) || isInternal(c) || isTag(c);
  }

  /** The embeddings and overrides of direction, and the format characters that are deprecated. */
  private static boolean rearranges(int c) {
    return (0x202A <= c && c <= 0x202E) || (0x206A <= c && c <= 0x206F);
  }

  private static boolean endsLine(int c) {
    return c == 0x2028 || c == 0x2029;
  }

  /** The byte order mark, the annotation characters and the noncharacters: not for interchange. */
  private static boolean isInternal(int c) {
    return c == 0xFEFF
        || (0xFFF9 <= c && c <= 0xFFFB)
        || (0xFDD0 <= c && c <= 0xFDEF)
        || (c & 0xFFFE) == 0xFFFE;
  }

  private static boolean isTag(int c) {
    return 0xE0000 <= c && c <= 0xE007F;
  }
}
