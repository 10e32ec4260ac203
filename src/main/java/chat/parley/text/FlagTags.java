package chat.parley.text;

/**
 * The tags that make a black flag that of a region, as Unicode's UTS 51 spells it: the letters and
 * digits of its code, such as {@code gbeng} for England, and a tag that ends them.
 */
final class FlagTags {
  private static final int TAGS = 0xE0000;
  private static final int END = 0xE007F;
  private static final int MIN_LENGTH = 3;
  private static final int MAX_LENGTH = 7;

  private FlagTags() {}

  /** Where the tags end that begin at {@code start}; {@code start} itself if these are none. */
  static int end(String text, int start) {
    int at = start;
    int length = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == END) {
        return length < MIN_LENGTH ? start : at;
      }
      if (!isLetterOrDigit(c - TAGS) || ++length > MAX_LENGTH) {
        return start;
      }
    }
    return start;
  }

  private static boolean isLetterOrDigit(int ascii) {
    return ('a' <= ascii && ascii <= 'z') || ('0' <= ascii && ascii <= '9');
  }
}
