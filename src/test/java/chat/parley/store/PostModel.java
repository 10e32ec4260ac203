package chat.parley.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What is to be read of a room, worked out from a plain map of its posts. */
final class PostModel {
  private final TreeMap<Long, StoredPost> posts = new TreeMap<>();
  private long last;

  void append(List<StoredPost> more) {
    more.forEach(post -> posts.put(post.number(), post));
    last = Math.max(last, more.get(more.size() - 1).number());
  }

  void delete(long number, String by) {
    posts.computeIfPresent(
        number, (key, post) -> post.kind() == StoredPost.Kind.DELETED ? post : post.deletedBy(by));
  }

  /** Answers how many posts go. */
  long retain(Optional<Instant> olderThan, long maxPosts) {
    long before = posts.size();
    if (before > 0) {
      posts.headMap(posts.lastKey() - maxPosts, true).clear();
    }
    olderThan.ifPresent(time -> posts.values().removeIf(post -> post.time().isBefore(time)));
    return before - posts.size();
  }

  long lastNumber() {
    return last;
  }

  List<StoredPost> all() {
    return List.copyOf(posts.values());
  }

  Optional<StoredPost> post(long number) {
    return Optional.ofNullable(posts.get(number));
  }

  HistoryPage page(String room, HistoryQuery query) {
    List<StoredPost> all = all();
    int from;
    int to;
    if (query instanceof HistoryQuery.Since since) {
      from = before(all, since.position());
      to = Math.min(all.size(), from + since.count());
    } else {
      to = query instanceof HistoryQuery.Before it ? before(all, it.position()) : all.size();
      from = Math.max(0, to - query.count());
    }
    return new HistoryPage(
        all.subList(from, to).stream().map(post -> post.in(room)).toList(),
        from > 0,
        to < all.size());
  }

  private static int before(List<StoredPost> all, HistoryQuery.Position position) {
    return (int)
        all.stream()
            .filter(
                post ->
                    position instanceof HistoryQuery.AtTime at
                        ? post.time().isBefore(at.time())
                        : post.number() < ((HistoryQuery.AtNumber) position).number())
            .count();
  }
}
