package chat.parley.store;

import chat.parley.event.RoomEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What is read of posts that members have seen and that may not be in the store yet. */
final class UnsavedPosts {
  private UnsavedPosts() {}

  /** A page of what is stored, with the posts that belong there besides. */
  static HistoryPage merged(
      HistoryPage stored, String room, HistoryQuery query, List<StoredPost> unsaved) {
    TreeMap<Long, RoomEvent.Posted> posts = new TreeMap<>();
    boolean older = stored.older();
    boolean newer = stored.newer();
    for (StoredPost post : unsaved) {
      if (isIn(query, post)) {
        posts.put(post.number(), post.in(room));
      } else if (query instanceof HistoryQuery.Since) {
        older = true;
      } else {
        newer = true;
      }
    }
    stored.posts().forEach(post -> posts.put(post.number(), post));
    while (posts.size() > query.count()) {
      if (query instanceof HistoryQuery.Since) {
        posts.pollLastEntry();
        newer = true;
      } else {
        posts.pollFirstEntry();
        older = true;
      }
    }
    return new HistoryPage(List.copyOf(posts.values()), older, newer);
  }

  private static boolean isIn(HistoryQuery query, StoredPost post) {
    if (query instanceof HistoryQuery.Before before) {
      return isBefore(post, before.position());
    }
    return !(query instanceof HistoryQuery.Since since) || !isBefore(post, since.position());
  }

  private static boolean isBefore(StoredPost post, HistoryQuery.Position position) {
    return position instanceof HistoryQuery.AtTime at
        ? post.time().isBefore(at.time())
        : post.number() < ((HistoryQuery.AtNumber) position).number();
  }

  /** Those that are looked for, newest first, one more than wanted at most. */
  static List<StoredPost> matching(StoreCommand.Search wanted, List<StoredPost> unsaved) {
    List<StoredPost> matching = new ArrayList<>();
    unsaved.stream()
        .filter(post -> post.number() < wanted.before())
        .sorted(Comparator.comparingLong(StoredPost::number).reversed())
        .filter(wanted.query()::matches)
        .limit(wanted.count() + 1L)
        .forEach(matching::add);
    return matching;
  }
}
