package chat.parley.text;

/** The cleaner of one text, which makes it {@linkplain PlainText plain} from left to right. */
final class Cleaner {
  private static final char POP_ISOLATE = '\u2069';
  private static final char REPLACEMENT = '\uFFFD';
  private static final int BLACK_FLAG = 0x1F3F4;

  /**
   * How many isolates may be open at a time: more than any text needs, and few to close where
   * somebody only opens them.
   */
  private static final int MAX_OPEN = 16;

  private final String text;
  private final Marks marks = new Marks();

  /** What is kept of the text up to {@link #copied}; null as long as that is all of it. */
  private StringBuilder clean;

  private int copied;

  /** How many isolates are open, and how many more were opened within them and dropped. */
  private int open;

  private int tooDeep;

  Cleaner(String text) {
    this.text = text;
  }

  /**
   * The text without what could do harm.
   *
   * @param from where the first character is that could be dropped
   */
  String cleaned(int from) {
    int at = from;
    if (from > 0) {
      at = text.offsetByCodePoints(from, -1); // what a first mark stands on
    }
    while (at < text.length()) {
      at = take(at);
    }
    return whatIsKept();
  }

  private String whatIsKept() {
    if (clean == null && open == 0) {
      return text;
    }
    StringBuilder all = clean == null ? new StringBuilder(text.length() + open) : clean;
    all.append(text, copied, text.length());
    for (int i = 0; i < open; i++) {
      all.append(POP_ISOLATE);
    }
    return all.toString();
  }

  /** Takes or drops the character at {@code at}, and says where the next is. */
  private int take(int at) {
    int c = text.codePointAt(at);
    int next = at + Character.charCount(c);
    if (c == BLACK_FLAG) {
      marks.on(c);
      return FlagTags.end(text, next);
    }
    if (Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE) {
      drop(at, next); // half a character, which no encoding can write
      clean.append(REPLACEMENT);
      marks.on(REPLACEMENT);
    } else if (!mayStay(c)) {
      drop(at, next);
    }
    return next;
  }

  private boolean mayStay(int c) {
    if (0x2066 <= c && c <= 0x2068) {
      return opens();
    }
    if (c == POP_ISOLATE) {
      return closes();
    }
    return !Harmful.is(c) && marks.allow(c);
  }

  private boolean opens() {
    if (open == MAX_OPEN) {
      tooDeep++;
      return false;
    }
    open++;
    return true;
  }

  private boolean closes() {
    if (tooDeep > 0) {
      tooDeep--;
      return false;
    }
    if (open == 0) {
      return false;
    }
    open--;
    return true;
  }

  private void drop(int from, int to) {
    if (clean == null) {
      clean = new StringBuilder(text.length() + MAX_OPEN);
    }
    clean.append(text, copied, from);
    copied = to;
  }
}
