package chat.parley.store;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;

/**
 * Text in the form in which search compares it. ICU's data takes a fifth of a second to load, so
 * nothing here is touched for ASCII.
 */
final class WordFolding {
  private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
  private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

  /** The marks that make other letters of Japanese ones: ga of ka, pa of ha. */
  private static final int VOICED = 0x3099;

  private static final int SEMI_VOICED = 0x309A;

  private WordFolding() {}

  /** Equal for texts that differ in case, in accents or in compatible characters only. */
  static String fold(String text) {
    String decomposed = DECOMPOSED.normalize(FOLDING.normalize(text));
    StringBuilder bare = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); ) {
      int c = decomposed.codePointAt(i);
      i += Character.charCount(c);
      if (!isAccent(c)) {
        bare.appendCodePoint(withoutStroke(c));
      }
    }
    return COMPOSED.normalize(bare);
  }

  /** The marks that go with letters of any script; a script's own, such as vowels, are letters. */
  private static boolean isAccent(int c) {
    int type = Character.getType(c);
    return (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK)
        && UScript.getScript(c) == UScript.INHERITED
        && c != VOICED
        && c != SEMI_VOICED;
  }

  /** Strokes, and the dot that is missing, are accents to readers, though not to Unicode. */
  private static int withoutStroke(int c) {
    return switch (c) {
      case 'đ' -> 'd';
      case 'ħ' -> 'h';
      case 'ı' -> 'i';
      case 'ł' -> 'l';
      case 'ø' -> 'o';
      case 'ŧ' -> 't';
      default -> c;
    };
  }
}
