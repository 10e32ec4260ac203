package chat.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which posts of a room a block holds, read without them.
 *
 * @param first the number of the first one
 * @param posts how many there are
 * @param firstAt when the first one was said, in milliseconds of the epoch
 * @param lastAt when the last one was said, in milliseconds of the epoch
 */
record BlockSpan(long first, int posts, long firstAt, long lastAt) {

  private static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

  /** The number of the last post. */
  long last() {
    return first + posts - 1;
  }

  /** The room's blocks that begin at {@code number} or after it, at most so many of the first. */
  static List<BlockSpan> from(Connection connection, long room, long number, int limit)
      throws SQLException {
    return query(
        connection,
        "SELECT id, posts, first_at, last_at FROM post_block WHERE id BETWEEN ? AND ?"
            + " ORDER BY id LIMIT ?",
        PostKey.of(room, number),
        PostKey.of(room, PostKey.MAX_NUMBER),
        limit);
  }

  /**
   * The room's blocks that begin before {@code number}, at most so many of the last, these first.
   */
  static List<BlockSpan> before(Connection connection, long room, long number, int limit)
      throws SQLException {
    return query(
        connection,
        "SELECT id, posts, first_at, last_at FROM post_block WHERE id BETWEEN ? AND ?"
            + " ORDER BY id DESC LIMIT ?",
        PostKey.of(room, 0),
        PostKey.of(room, number - 1),
        limit);
  }

  /** The last one of the room's blocks that begin before {@code number}. */
  static Optional<BlockSpan> before(Connection connection, long room, long number)
      throws SQLException {
    return before(connection, room, number, 1).stream().findFirst();
  }

  /**
   * The number of the room's first post that was said at {@code time} or after it; one more than
   * that of its last post when there is none. Where the clock was put back, any that fits.
   */
  static long numberAt(Connection connection, long room, Instant time) throws SQLException {
    long millis = firstMillis(time);
    long low = 1;
    long high =
        before(connection, room, PostKey.MAX_NUMBER + 1).map(BlockSpan::last).orElse(0L) + 1;
    // All before low was said earlier, and high was not, or is behind everything.
    while (low < high) {
      long middle = low + (high - low) / 2;
      Optional<BlockSpan> at = before(connection, room, middle + 1);
      if (at.isEmpty() || at.get().lastAt() < millis) {
        low = 1 + Math.max(middle, at.map(BlockSpan::last).orElse(0L));
      } else if (at.get().firstAt() >= millis) {
        high = at.get().first();
      } else {
        return within(connection, room, at.get(), millis);
      }
    }
    return low;
  }

  /** Posts have whole milliseconds: those from {@code time} on are those from this one on. */
  private static long firstMillis(Instant time) {
    if (time.isBefore(Instant.EPOCH)) {
      return 0;
    }
    return time.isBefore(END_OF_TIME) ? time.minusNanos(1).toEpochMilli() + 1 : Long.MAX_VALUE;
  }

  private static long within(Connection connection, long room, BlockSpan block, long millis)
      throws SQLException {
    for (StoredPost post : BlockBodies.posts(connection, room, block.first(), block.first())) {
      if (post.time().toEpochMilli() >= millis) {
        return post.number();
      }
    }
    return block.last() + 1;
  }

  private static List<BlockSpan> query(
      Connection connection, String sql, long from, long to, int limit) throws SQLException {
    List<BlockSpan> spans = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, from);
      statement.setLong(2, to);
      statement.setInt(3, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          spans.add(
              new BlockSpan(
                  PostKey.number(rows.getLong(1)),
                  rows.getInt(2),
                  rows.getLong(3),
                  rows.getLong(4)));
        }
      }
    }
    return spans;
  }
}
