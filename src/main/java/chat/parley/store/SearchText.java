package chat.parley.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The words of a text, as search knows them: the same for what is said and for what is looked for.
 *
 * <p>A word is a run of letters and digits; what stands between is not looked for, so {@code
 * example.com} is two words. Case, accents and compatible forms do not matter: {@code Éclair} and
 * {@code ｅｃｌａｉｒ} are {@code eclair}. Where a script has no spaces (Han, kana, Thai, Lao, Khmer,
 * Myanmar and their like) every character is a word, as a dictionary would cut a sentence and what
 * is looked for in different places; so is every emoji.
 *
 * <p>A word holds no ASCII but {@code a-z} and {@code 0-9}, no private use character and no half of
 * a surrogate pair, whatever the text.
 */
final class SearchText {
  /** The words after these in a text are not found. PostgreSQL counts places up to 16,383. */
  static final int MAX_WORDS = 4096;

  /**
   * What is longer is found by its beginning. In code points: PostgreSQL takes words of 2,046
   * bytes, and 1 MiB of them.
   */
  static final int MAX_LENGTH = 40;

  /** Stands before the key of an author; no word can begin with it. */
  private static final int AUTHOR = 0xE000;

  /** More than any name has that people are called by, in code points; as above. */
  private static final int MAX_AUTHOR = 400;

  private SearchText() {}

  /** The words of {@code text} in order, at most {@value #MAX_WORDS}. */
  static List<String> words(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return new WordCutter(WordFolding.fold(text)).words();
      }
    }
    return asciiWords(text);
  }

  /** What {@link WordCutter} would say, for a fraction of the time. */
  private static List<String> asciiWords(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length() && words.size() < MAX_WORDS; i++) {
      char c = text.charAt(i);
      boolean upper = 'A' <= c && c <= 'Z';
      if (upper || ('a' <= c && c <= 'z') || ('0' <= c && c <= '9')) {
        if (word.length() < MAX_LENGTH) {
          word.append(upper ? (char) (c | 0x20) : c);
        }
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty() && words.size() < MAX_WORDS) {
      words.add(word.toString());
    }
    return words;
  }

  /**
   * The term that stands in the index for an author, beside the words of a post. No word can be
   * equal to it, and it has as little ASCII in it as they have.
   *
   * @param key of the author's name; one that is very long counts by its beginning
   */
  static String author(String key) {
    StringBuilder term = new StringBuilder().appendCodePoint(AUTHOR);
    key.codePoints().limit(MAX_AUTHOR).map(SearchText::inTerm).forEach(term::appendCodePoint);
    return term.toString();
  }

  /** Names are letters and digits, but some letters (ﷺ) are folded to several words. */
  private static int inTerm(int c) {
    if (c < 0x80) {
      return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') ? c : AUTHOR + c;
    }
    return Character.getType(c) == Character.SURROGATE ? 0xFFFD : c;
  }

  /** Whether the words of {@code phrase} stand in {@code words} one after the other. */
  static boolean contains(List<String> words, List<String> phrase) {
    return Collections.indexOfSubList(words, phrase) >= 0;
  }
}
