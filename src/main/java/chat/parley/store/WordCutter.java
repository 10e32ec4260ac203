package chat.parley.store;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * The cutter of one text, already {@linkplain WordFolding folded}, into words.
 *
 * <p>It goes by Unicode's property Word_Break (UAX 29), as ICU's BreakIterator does, but cuts also
 * where that one looks at both sides ({@code can't}, {@code 3.14}), and wherever that one asks a
 * dictionary.
 */
final class WordCutter {

  /** What may come behind the word that has begun. */
  private enum Open {
    NOTHING,
    /** The rest of a run of letters and digits. */
    LETTERS,
    /** The marks of a character that is a word of its own. */
    MARKS,
    /** The second half of a flag. */
    FLAG
  }

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int length;
  private Open open = Open.NOTHING;

  WordCutter(String text) {
    this.text = text;
  }

  List<String> words() {
    for (int i = 0; i < text.length() && words.size() < SearchText.MAX_WORDS; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      take(c);
    }
    end();
    return words;
  }

  private void take(int c) {
    switch (UCharacter.getIntPropertyValue(c, UProperty.WORD_BREAK)) {
      case UCharacter.WordBreak.ALETTER,
          UCharacter.WordBreak.HEBREW_LETTER,
          UCharacter.WordBreak.NUMERIC ->
          letter(c);
      case UCharacter.WordBreak.EXTEND -> mark(c);
      case UCharacter.WordBreak.FORMAT, UCharacter.WordBreak.ZWJ -> {} // not to be seen
      case UCharacter.WordBreak.REGIONAL_INDICATOR -> halfFlag(c);
      case UCharacter.WordBreak.KATAKANA -> character(c);
      default -> other(c);
    }
  }

  private void letter(int c) {
    if (open != Open.LETTERS) {
      end();
      open = Open.LETTERS;
    }
    append(c);
  }

  /** What is no mark here is the colour of somebody's skin, which is not looked for. */
  private void mark(int c) {
    if ((open == Open.LETTERS || open == Open.MARKS)
        && Character.getType(c) != Character.MODIFIER_SYMBOL) {
      append(c);
    }
  }

  private void halfFlag(int c) {
    if (open == Open.FLAG) {
      append(c);
      end();
    } else {
      end();
      open = Open.FLAG;
      append(c);
    }
  }

  private void character(int c) {
    end();
    open = Open.MARKS;
    append(c);
  }

  private void other(int c) {
    if (Character.isLetter(c) || UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)) {
      character(c);
    } else {
      end();
    }
  }

  private void append(int c) {
    if (length < SearchText.MAX_LENGTH) {
      word.appendCodePoint(c);
      length++;
    }
  }

  private void end() {
    if (length > 0 && words.size() < SearchText.MAX_WORDS) {
      words.add(word.toString());
    }
    word.setLength(0);
    length = 0;
    open = Open.NOTHING;
  }
}
