package chat.parley.bench;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** The names of a run's members and rooms. All members' names are of the same length. */
final class NameGenerator {
  private static final int TAG_RADIX = 36;
  private static final int TAGS = TAG_RADIX * TAG_RADIX * TAG_RADIX;

  private final String tag;
  private final int digits;

  /**
   * @param tag lower-case letters and digits that tell this run's names from another's
   */
  NameGenerator(String tag, int members) {
    this.tag = tag;
    this.digits = String.valueOf(members - 1).length();
  }

  /** NameGenerator that hardly anybody else on the server will have. */
  static NameGenerator ofARun(int members) {
    int tag = ThreadLocalRandom.current().nextInt(TAGS);
    return new NameGenerator(Integer.toString(tag + TAGS, TAG_RADIX).substring(1), members);
  }

  String member(int number) {
    return String.format(Locale.ROOT, "b%s%0" + digits + "d", tag, number);
  }

  String room(int number) {
    return "bench" + tag + "-" + number;
  }
}
