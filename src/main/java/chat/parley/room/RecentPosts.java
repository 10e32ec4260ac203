package chat.parley.room;

import chat.parley.event.RoomEvent;
import chat.parley.store.HistoryPage;
import chat.parley.store.HistoryQuery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A room's last posts, bounded in number and in bytes; the oldest go first. */
final class RecentPosts {
  private final int maxPosts;
  private final long maxBytes;
  private final ArrayDeque<RoomEvent.Posted> posts = new ArrayDeque<>();
  private long bytes;

  RecentPosts(int maxPosts, long maxBytes) {
    this.maxPosts = maxPosts;
    this.maxBytes = maxBytes;
  }

  void add(RoomEvent.Posted post) {
    bytes += post.content().size();
    posts.addLast(post);
    while (posts.size() > maxPosts || bytes > maxBytes) {
      bytes -= posts.removeFirst().content().size();
    }
  }

  int size() {
    return posts.size();
  }

  /** The posts with this number and greater ones, oldest first. */
  List<RoomEvent.Posted> from(long number) {
    return posts.stream().dropWhile(post -> post.number() < number).toList();
  }

  /** Forgets the posts after this one. */
  void backTo(long number) {
    while (!posts.isEmpty() && posts.getLast().number() > number) {
      bytes -= posts.removeLast().content().size();
    }
  }

  /** The same posts, as many as may be kept within other bounds. */
  RecentPosts within(int otherMaxPosts, long otherMaxBytes) {
    RecentPosts kept = new RecentPosts(otherMaxPosts, otherMaxBytes);
    posts.forEach(kept::add);
    return kept;
  }

  /** The last {@code count} posts or as many as are kept, oldest first. */
  List<RoomEvent.Posted> last(int count) {
    List<RoomEvent.Posted> last = new ArrayList<>(Math.min(count, posts.size()));
    int skip = posts.size() - count;
    for (Iterator<RoomEvent.Posted> each = posts.iterator(); each.hasNext(); skip--) {
      RoomEvent.Posted post = each.next();
      if (skip <= 0) {
        last.add(post);
      }
    }
    return last;
  }

  /** Some of the posts that are kept. */
  HistoryPage page(HistoryQuery query) {
    List<RoomEvent.Posted> all = List.copyOf(posts);
    int count = Math.max(0, query.count());
    int from;
    int to;
    if (query instanceof HistoryQuery.Since since) {
      from = indexOf(since.position(), all);
      to = from + Math.min(count, all.size() - from);
    } else {
      to =
          query instanceof HistoryQuery.Before before
              ? indexOf(before.position(), all)
              : all.size();
      from = Math.max(0, to - count);
    }
    return new HistoryPage(all.subList(from, to), from > 0, to < all.size());
  }

  /** Where {@code position} is: the index of the first post that is there or behind it. */
  private static int indexOf(HistoryQuery.Position position, List<RoomEvent.Posted> all) {
    int at = 0;
    while (at < all.size() && isBefore(all.get(at), position)) {
      at++;
    }
    return at;
  }

  private static boolean isBefore(RoomEvent.Posted post, HistoryQuery.Position position) {
    return position instanceof HistoryQuery.AtTime at
        ? post.time().isBefore(at.time())
        : post.number() < ((HistoryQuery.AtNumber) position).number();
  }

  /** The post with this number; empty when it is not kept. */
  Optional<RoomEvent.Posted> numbered(long number) {
    return posts.stream().filter(each -> each.number() == number).findFirst();
  }

  /** Puts {@code other} in the place of the post with the same number, if that is kept. */
  void replace(RoomEvent.Posted other) {
    List<RoomEvent.Posted> all = List.copyOf(posts);
    posts.clear();
    bytes = 0;
    all.forEach(each -> add(each.number() == other.number() ? other : each));
  }
}
