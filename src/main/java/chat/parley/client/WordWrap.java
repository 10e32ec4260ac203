package chat.parley.client;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * The breaking of a text into rows, at words. Widths are terminal columns: two for CJK and emoji,
 * none for combining marks. Between CJK characters a row may end anywhere, except before
 * punctuation that closes and after punctuation that opens; a word longer than a row is broken
 * between characters.
 */
final class WordWrap {
  private static final int JOINER = 0x200D;
  private static final int EMOJI_STYLE = 0xFE0F;

  private final String text;
  private final List<Span> rows = new ArrayList<>();
  private int rowStart;
  private int column;
  private int breakEnd = -1;
  private int breakNext;

  private WordWrap(String text) {
    this.text = text;
  }

  /**
   * The rows of {@code text}, without the spaces at which it was broken; at least one.
   *
   * @param first how many columns the first row has, at least 2
   * @param others how many columns the others have, at least 2
   */
  static List<Span> rows(String text, int first, int others) {
    return new WordWrap(text).wrap(first, others);
  }

  /** How many columns {@code text} takes. */
  static int columns(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); ) {
      int end = characterEnd(text, i);
      columns += width(text, i, end);
      i = end;
    }
    return columns;
  }

  private List<Span> wrap(int first, int others) {
    int available = first;
    for (int i = 0; i < text.length(); ) {
      int end = characterEnd(text, i);
      int width = width(text, i, end);
      if (isSpace(i)) {
        // Never the reason to break: at the end of a row it is dropped.
        breakEnd = i > rowStart && isSpace(i - 1) && breakEnd >= 0 ? breakEnd : i;
        breakNext = end;
      } else {
        if (i > rowStart && !isSpace(i - 1) && mayBreakAt(i)) {
          breakEnd = i;
          breakNext = i;
        }
        if (column + width > available && i > rowStart) {
          i = endRow(i);
          available = others;
          continue;
        }
      }
      column += width;
      i = end;
    }
    rows.add(new Span(rowStart, text.length()));
    return rows;
  }

  /** Ends the row where it can be, at the latest at {@code i}; answers where the next begins. */
  private int endRow(int i) {
    boolean atWord = breakEnd > rowStart;
    rows.add(new Span(rowStart, atWord ? breakEnd : i));
    rowStart = atWord ? breakNext : i;
    column = 0;
    breakEnd = -1;
    return rowStart;
  }

  private boolean isSpace(int index) {
    return text.charAt(index) == ' ';
  }

  private boolean mayBreakAt(int i) {
    int before = text.codePointBefore(i);
    int after = text.codePointAt(i);
    return (WCWidth.wcwidth(before) == 2 || WCWidth.wcwidth(after) == 2)
        && !opens(before)
        && !closes(after);
  }

  private static boolean opens(int c) {
    int type = Character.getType(c);
    return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION;
  }

  private static boolean closes(int c) {
    int type = Character.getType(c);
    return type == Character.END_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION
        || type == Character.OTHER_PUNCTUATION;
  }

  /** Where the character that begins at {@code start} ends, with all that is drawn upon it. */
  private static int characterEnd(String text, int start) {
    int c = text.codePointAt(start);
    int end = start + Character.charCount(c);
    boolean flag = isFlagHalf(c);
    while (end < text.length()) {
      int next = text.codePointAt(end);
      boolean joins = WCWidth.wcwidth(next) <= 0 || c == JOINER || isSkinTone(next);
      if (!joins && !(flag && isFlagHalf(next))) {
        break;
      }
      flag = false;
      end += Character.charCount(next);
      c = next;
    }
    return end;
  }

  /** The widest that a terminal is known to draw it: some draw what is joined one by one. */
  private static int width(String text, int start, int end) {
    int width = 0;
    for (int i = start; i < end; ) {
      int c = text.codePointAt(i);
      if (isSkinTone(c)) {
        width += 2;
      } else if (c == EMOJI_STYLE && width == 1) {
        width = 2;
      } else {
        width += Math.max(0, WCWidth.wcwidth(c));
      }
      i += Character.charCount(c);
    }
    return width;
  }

  private static boolean isFlagHalf(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }

  private static boolean isSkinTone(int c) {
    return c >= 0x1F3FB && c <= 0x1F3FF;
  }
}
