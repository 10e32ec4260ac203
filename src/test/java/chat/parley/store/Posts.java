package chat.parley.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Posts for tests, made by chance but the same each time. */
final class Posts {
  static final Instant NOON = Instant.parse("2026-11-26T12:00:00.123Z");

  private static final List<StoredPost.Kind> KINDS = List.of(StoredPost.Kind.values());
  private static final String[] AUTHORS = {"alice", "bob", "Zo\u00eb", "\u5c0f\u660e"};
  private static final String[] TEXTS = {
    "", "hello", "\u4f60\u597d", "so \ud83d\ude80 far", "a longer text ".repeat(20)
  };

  private Posts() {}

  /** A post a second after the one with the number before. */
  static StoredPost post(long number) {
    return post(number, "post " + number);
  }

  static StoredPost post(long number, String text) {
    return new StoredPost(
        number, NOON.plusSeconds(number), "alice", false, StoredPost.Kind.TEXT, text);
  }

  /** Posts with the numbers from {@code first} to {@code last}. */
  static List<StoredPost> posts(long first, long last) {
    List<StoredPost> posts = new ArrayList<>();
    for (long number = first; number <= last; number++) {
      posts.add(post(number));
    }
    return posts;
  }

  static StoredPost random(Random random, long number, Instant time) {
    return new StoredPost(
        number,
        time,
        AUTHORS[random.nextInt(AUTHORS.length)],
        random.nextBoolean(),
        KINDS.get(random.nextInt(KINDS.size())),
        TEXTS[random.nextInt(TEXTS.length)] + random.nextInt(100));
  }
}
