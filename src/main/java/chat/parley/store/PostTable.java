package chat.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of what was said: single posts, and how they get in. {@link PostPages} reads many of
 * them, {@link PostRetention} has them go. All throw {@link SQLException} when the database does
 * not answer, and {@link StoreException} when what it holds is damaged.
 */
final class PostTable {

  /** What came of deleting a post. */
  enum Deletion {
    DELETED,
    DELETED_ALREADY,
    NO_SUCH_POST
  }

  private PostTable() {}

  /**
   * Keeps posts of several rooms, given by the ids of these. Posts that are kept already stay as
   * they are, if the first of them was the first of its room then, too: so a writer that did not
   * learn whether they were committed can do it again, with more posts behind them.
   */
  static void append(Connection connection, Map<Long, List<StoredPost>> posts) throws SQLException {
    try (var appender = new BlockBodies.Appender(connection)) {
      for (var room : posts.entrySet()) {
        for (PostBlock block : PostBlock.of(room.getValue())) {
          appender.append(room.getKey(), block);
        }
      }
      appender.flush();
    }
  }

  /** The post of that room with that number, if it is kept. */
  static Optional<StoredPost> post(Connection connection, long room, long number)
      throws SQLException {
    return around(connection, room, number).stream()
        .filter(post -> post.number() == number)
        .findFirst();
  }

  /** Puts in the place of a post that it was deleted, and by whom. */
  static Deletion delete(Connection connection, long room, long number, String byName)
      throws SQLException {
    List<StoredPost> posts = new ArrayList<>(around(connection, room, number));
    if (posts.isEmpty()) {
      return Deletion.NO_SUCH_POST;
    }
    int at = (int) (number - posts.get(0).number());
    if (posts.get(at).kind() == StoredPost.Kind.DELETED) {
      return Deletion.DELETED_ALREADY;
    }
    posts.set(at, posts.get(at).deletedBy(byName));
    BlockBodies.replace(connection, room, PostBlock.whole(posts));
    return Deletion.DELETED;
  }

  /** The posts of the block that the post with this number is in; none if it is in no block. */
  private static List<StoredPost> around(Connection connection, long room, long number)
      throws SQLException {
    if (number < 1 || number > PostKey.MAX_NUMBER) {
      return List.of();
    }
    Optional<BlockSpan> block = BlockSpan.before(connection, room, number + 1);
    if (block.isEmpty() || block.get().last() < number) {
      return List.of();
    }
    return BlockBodies.posts(connection, room, block.get().first(), block.get().first());
  }
}
