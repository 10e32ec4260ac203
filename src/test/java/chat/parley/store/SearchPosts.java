package chat.parley.store;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Posts in many scripts, made at random from few words, so that these meet often. */
final class SearchPosts {
  private static final List<String> AUTHORS = List.of("bob", "Alice", "\u5C0F\u660E", "\uFDFA");

  private static final List<String> PIECES =
      List.of(
          "bees",
          "Honey",
          "honey",
          "HON\u00C9Y",
          "e\u0301te\u0301",
          "\u00E9t\u00E9",
          "bob",
          "from:bob",
          "can't",
          "can\u2019t",
          "example.com",
          "C:\\x\\'); --",
          "AND",
          "NEAR(a b)",
          "a*",
          "^b",
          "-",
          "':1 | !&",
          "3.14",
          "2",
          "\u00BD",
          "\u4F60\u597D",
          "\u4F60",
          "\u597D\u4F60\u597D",
          "\u6771\u4EAC\u30BF\u30EF\u30FC",
          "\u30CF\u3099\u30CA\u30CA",
          "\uFF8A\uFF9E\uFF85\uFF85",
          "\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35",
          "\u1796\u17B6\u1780\u17D2\u1799",
          "\u0939\u093F\u0928\u094D\u0926\u0940",
          "\u0645\u064F\u062D\u064E\u0645\u0651\u062F",
          "\u0645\u062D\u0645\u062F",
          "\uD55C\uAD6D\uC5B4",
          "\u041F\u0440\u0438\u0432\u0435\u0442",
          "Stra\u00DFe",
          "STRASSE",
          "\uD83D\uDC4D\uD83C\uDFFD",
          "\uD83D\uDC4D",
          "\uD83C\uDDEB\uD83C\uDDF7\uD83C\uDDE9\uD83C\uDDEA",
          "\uD83D\uDC69\u200D\uD83D\uDC67",
          "\uE000bob",
          "\uFDFA");

  private static final List<String> GAPS =
      List.of(" ", " ", " ", " ", "", ", ", "\u3000", "\t", "_");

  private SearchPosts() {}

  static StoredPost random(Random random, long number) {
    return new StoredPost(
        number,
        Instant.EPOCH,
        one(random, AUTHORS),
        false,
        random.nextInt(9) == 0 ? StoredPost.Kind.DELETED : StoredPost.Kind.TEXT,
        text(random, 1 + random.nextInt(8)));
  }

  static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(one(random, PIECES)).append(one(random, GAPS));
    }
    if (random.nextInt(4) == 0) {
      text.appendCodePoint(1 + random.nextInt(Character.MAX_CODE_POINT));
    }
    return text.toString();
  }

  static String author(Random random) {
    return one(random, AUTHORS);
  }

  private static <T> T one(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
