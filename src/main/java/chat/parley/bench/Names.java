package chat.parley.bench;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** What a run's members and rooms are called. All members' names are of the same length. */
final class Names {
  private static final int TAG_RADIX = 36;
  private static final int TAGS = TAG_RADIX * TAG_RADIX * TAG_RADIX;

  private final String tag;
  private final int digits;

  /**
   * @param tag lower-case letters and digits that tell this run's names from another's
   */
  Names(String tag, int members) {
    this.tag = tag;
    this.digits = String.valueOf(members - 1).length();
  }

  /** Names that hardly anybody else on the server will have. */
  static Names ofARun(int members) {
    int tag = ThreadLocalRandom.current().nextInt(TAGS);
    return new Names(Integer.toString(tag + TAGS, TAG_RADIX).substring(1), members);
  }

  String member(int number) {
    return String.format(Locale.ROOT, "b%s%0" + digits + "d", tag, number);
  }

  String room(int number) {
    return "bench" + tag + "-" + number;
  }
}
