package chat.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Goes through the posts of a room from a number to another, some at a time. Between two of these
 * nothing is held open, so the room may be written meanwhile.
 */
final class PostCursor {
  private final long room;
  private final long to;
  private long next;

  /** Begins at {@code from} and ends at {@code to}, with both. */
  PostCursor(long room, long from, long to) {
    this.room = room;
    this.next = Math.max(1, from);
    this.to = Math.min(PostKey.MAX_NUMBER, to);
  }

  /**
   * The next posts, oldest first: those of some blocks; empty when there are no more.
   *
   * @throws SQLException when the database does not answer; the same posts can be asked for again
   * @throws StoreException when what it holds is damaged
   */
  List<StoredPost> next(Connection connection) throws SQLException {
    if (next > to) {
      return List.of();
    }
    long begin =
        BlockSpan.before(connection, room, next)
            .filter(block -> block.last() >= next)
            .map(BlockSpan::first)
            .orElse(next);
    List<StoredPost> posts =
        BlockBodies.posts(connection, room, begin, to, BlockBodies.TOGETHER).stream()
            .filter(post -> post.number() >= next && post.number() <= to)
            .toList();
    next = posts.isEmpty() ? to + 1 : posts.get(posts.size() - 1).number() + 1;
    return posts;
  }
}
