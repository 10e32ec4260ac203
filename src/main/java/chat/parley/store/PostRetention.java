package chat.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has the oldest posts of a room go. */
final class PostRetention {

  /**
   * What has gone.
   *
   * @param posts how many; 0 when all that is there may stay
   * @param through there are no posts up to this number any more; 0 when none has gone
   */
  record Removed(long posts, long through) {
    static final Removed NOTHING = new Removed(0, 0);
  }

  /** When so many posts go together, no more do: they go from the index, too, one by one. */
  private static final int TOGETHER = 2_000;

  private PostRetention() {}

  /**
   * Deletes posts that are too old or too many: those of so many blocks, the oldest first, so that
   * it does not take long. Their numbers are not given again.
   *
   * @param olderThan posts from before that go; empty for none
   * @param maxPosts how many may stay at most; numbers that are missing count, too
   * @param slice of how many blocks at most, from 1
   * @throws SQLException when the database does not answer
   * @throws StoreException when it is damaged where posts of a block go and others stay
   */
  static Removed retain(
      Connection connection, long room, Optional<Instant> olderThan, long maxPosts, int slice)
      throws SQLException {
    long stays = firstToStay(connection, room, olderThan, maxPosts);
    List<BlockSpan> blocks = oldest(connection, room, stays, slice);
    if (blocks.isEmpty()) {
      return Removed.NOTHING;
    }
    BlockSpan last = blocks.get(blocks.size() - 1);
    long through = Math.min(last.last(), stays - 1);
    RoomTable.raiseLastNumber(connection, room, through);
    if (last.last() > through) {
      cut(connection, room, last, stays);
    }
    BlockBodies.delete(connection, room, 0, last.first());
    long posts = blocks.stream().mapToLong(BlockSpan::posts).sum() - (last.last() - through);
    return new Removed(posts, through);
  }

  /** Blocks of which posts go, so many at most and with about {@link #TOGETHER} posts. */
  private static List<BlockSpan> oldest(Connection connection, long room, long stays, int slice)
      throws SQLException {
    List<BlockSpan> blocks = new ArrayList<>();
    long posts = 0;
    for (BlockSpan block : BlockSpan.from(connection, room, 0, slice)) {
      if (block.first() >= stays || posts >= TOGETHER) {
        break;
      }
      blocks.add(block);
      posts += block.posts();
    }
    return blocks;
  }

  /** The number of the first post that may stay; 0 when all may. */
  private static long firstToStay(
      Connection connection, long room, Optional<Instant> olderThan, long maxPosts)
      throws SQLException {
    Optional<BlockSpan> last = BlockSpan.before(connection, room, PostKey.MAX_NUMBER + 1);
    if (last.isEmpty()) {
      return 0;
    }
    long byCount = Math.max(0, last.get().last() - maxPosts + 1);
    return olderThan.isEmpty()
        ? byCount
        : Math.max(byCount, BlockSpan.numberAt(connection, room, olderThan.get()));
  }

  /** Makes a block of the posts from {@code stays} on of {@code block}, which is there still. */
  private static void cut(Connection connection, long room, BlockSpan block, long stays)
      throws SQLException {
    List<StoredPost> posts = BlockBodies.posts(connection, room, block.first(), block.first());
    try (var appender = new BlockBodies.Appender(connection)) {
      appender.append(
          room, PostBlock.whole(posts.subList((int) (stays - block.first()), posts.size())));
      appender.flush();
    }
  }
}
