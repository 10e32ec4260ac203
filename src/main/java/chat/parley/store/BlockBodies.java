package chat.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes whole blocks of posts. */
final class BlockBodies {
  /** How many blocks go to the database together: 4 MiB, or 64 posts that were said one by one. */
  static final int TOGETHER = 64;

  /**
   * What is there already holds some of the same posts, when a commit is repeated that was one: the
   * same, or fewer where more have come meanwhile.
   */
  private static final String APPEND =
      """
      INSERT INTO post_block (id, posts, first_at, last_at, body) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET posts = excluded.posts, last_at = excluded.last_at,
        body = excluded.body
      WHERE excluded.posts > post_block.posts\
      """;

  private BlockBodies() {}

  /** The posts of the room's blocks that begin between these numbers, with both. */
  static List<StoredPost> posts(Connection connection, long room, long from, long to)
      throws SQLException {
    return posts(connection, room, from, to, Integer.MAX_VALUE);
  }

  /** As {@link #posts(Connection, long, long, long)}, those of so many blocks at most. */
  static List<StoredPost> posts(Connection connection, long room, long from, long to, int blocks)
      throws SQLException {
    List<StoredPost> posts = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, body FROM post_block WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?")) {
      select.setLong(1, PostKey.of(room, from));
      select.setLong(2, PostKey.of(room, to));
      select.setInt(3, blocks);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          posts.addAll(PostBlock.posts(rows.getLong(1), rows.getBytes(2)));
        }
      }
    }
    return posts;
  }

  /** Adds blocks, but for those that are there. */
  static final class Appender implements AutoCloseable {
    private final PreparedStatement insert;
    private int waiting;

    Appender(Connection connection) throws SQLException {
      insert = connection.prepareStatement(APPEND);
    }

    void append(long room, PostBlock block) throws SQLException {
      insert.setLong(1, PostKey.of(room, block.first()));
      insert.setInt(2, block.posts());
      insert.setLong(3, block.firstAt());
      insert.setLong(4, block.lastAt());
      insert.setBytes(5, block.body());
      insert.addBatch();
      waiting++;
      if (waiting == TOGETHER) {
        flush();
      }
    }

    /** Has the database take what waits. */
    void flush() throws SQLException {
      if (waiting > 0) {
        insert.executeBatch();
        waiting = 0;
      }
    }

    @Override
    public void close() throws SQLException {
      insert.close();
    }
  }

  /** Puts other posts in the place of the block's, of which there are as many. */
  static void replace(Connection connection, long room, PostBlock block) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE post_block SET body = ? WHERE id = ?")) {
      update.setBytes(1, block.body());
      update.setLong(2, PostKey.of(room, block.first()));
      update.executeUpdate();
    }
  }

  /** Deletes the room's blocks that begin between these numbers, with both. */
  static void delete(Connection connection, long room, long from, long to) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM post_block WHERE id BETWEEN ? AND ?")) {
      delete.setLong(1, PostKey.of(room, from));
      delete.setLong(2, PostKey.of(room, to));
      delete.executeUpdate();
    }
  }
}
