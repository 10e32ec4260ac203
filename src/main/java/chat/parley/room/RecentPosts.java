package chat.parley.room;

import chat.parley.event.RoomEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

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
}
