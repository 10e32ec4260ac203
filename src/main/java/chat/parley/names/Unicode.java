package chat.parley.names;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;

/** What Unicode says of names beyond ASCII; its data takes a fifth of a second to load. */
final class Unicode {
  private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();
  private static final SpoofChecker CHECKER =
      new SpoofChecker.Builder()
          .setChecks(SpoofChecker.RESTRICTION_LEVEL)
          .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
          .build();

  private Unicode() {}

  /** Equal for texts that differ in case or in compatible characters only (NFKC_Casefold). */
  static String fold(String text) {
    return FOLDING.normalize(text);
  }

  /** Equal for texts that are confused with each other (UTS 39, chapter 4). */
  static String skeleton(String text) {
    return CHECKER.getSkeleton(text);
  }

  /**
   * Whether {@code name} has letters of scripts that nobody writes in one word: beyond UTS 39's
   * level Highly Restrictive, which lets Latin go with Chinese, Japanese or Korean.
   */
  static boolean mixesScripts(String name) {
    return CHECKER.failsChecks(name);
  }
}
