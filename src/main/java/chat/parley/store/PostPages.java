package chat.parley.store;

import chat.parley.cases.Cases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads some of what was said in a room. All throw {@link SQLException} when the database does not
 * answer, and {@link StoreException} when what it holds is damaged.
 */
final class PostPages {
  private static final long END = PostKey.MAX_NUMBER + 1;

  /** Posts oldest first, and whether there are some before and after them. */
  private record Part(List<StoredPost> posts, boolean older, boolean newer) {}

  private interface Reading<T> {
    T read(Connection connection, long room) throws SQLException;
  }

  private static final Cases<Void, HistoryQuery, Reading<Part>> PARTS =
      Cases.<Void, HistoryQuery, Reading<Part>>of(HistoryQuery.class)
          .say(
              HistoryQuery.Last.class,
              it -> (connection, room) -> part(connection, room, END, it.count()))
          .say(
              HistoryQuery.Before.class,
              it ->
                  (connection, room) ->
                      part(connection, room, number(connection, room, it.position()), it.count()))
          .say(
              HistoryQuery.Since.class,
              it ->
                  (connection, room) ->
                      from(connection, room, number(connection, room, it.position()), it.count()))
          .build();

  private static final Cases<Void, HistoryQuery.Position, Reading<Long>> NUMBERS =
      Cases.<Void, HistoryQuery.Position, Reading<Long>>of(HistoryQuery.Position.class)
          .say(HistoryQuery.AtNumber.class, it -> (connection, room) -> it.number())
          .say(
              HistoryQuery.AtTime.class,
              it -> (connection, room) -> BlockSpan.numberAt(connection, room, it.time()))
          .build();

  private PostPages() {}

  /**
   * What somebody wants to see of a room, who knows it by the name {@code name}.
   *
   * @param room its id
   */
  static HistoryPage page(Connection connection, long room, String name, HistoryQuery query)
      throws SQLException {
    Part part = PARTS.apply(null, query).read(connection, room);
    return new HistoryPage(
        part.posts().stream().map(post -> post.in(name)).toList(), part.older(), part.newer());
  }

  /** The posts after that number, at most so many of the first ones, oldest first. */
  static List<StoredPost> since(Connection connection, long room, long number, int max)
      throws SQLException {
    return from(connection, room, Math.min(Math.max(number, 0), PostKey.MAX_NUMBER) + 1, max)
        .posts();
  }

  /** The posts before that number, at most so many of the last ones, oldest first. */
  static List<StoredPost> before(Connection connection, long room, long number, int max)
      throws SQLException {
    return part(connection, room, Math.min(Math.max(number, 1), END), max).posts();
  }

  private static long number(Connection connection, long room, HistoryQuery.Position position)
      throws SQLException {
    long number = NUMBERS.apply(null, position).read(connection, room);
    return Math.min(Math.max(number, 1), END);
  }

  /** The last posts before {@code end}. */
  private static Part part(Connection connection, long room, long end, int count)
      throws SQLException {
    List<BlockSpan> blocks = BlockSpan.before(connection, room, end, count + 1);
    boolean newer =
        end < END
            && ((!blocks.isEmpty() && blocks.get(0).last() >= end)
                || !BlockSpan.from(connection, room, end, 1).isEmpty());
    long there = 0;
    int needed = 0;
    while (needed < blocks.size() && there < count) {
      BlockSpan block = blocks.get(needed++);
      there += Math.min(block.last(), end - 1) - block.first() + 1;
    }
    List<StoredPost> posts =
        needed == 0
            ? List.of()
            : BlockBodies.posts(
                connection, room, blocks.get(needed - 1).first(), blocks.get(0).first());
    List<StoredPost> wanted = posts.stream().filter(post -> post.number() < end).toList();
    int skipped = Math.max(0, wanted.size() - count);
    return new Part(
        wanted.subList(skipped, wanted.size()), skipped > 0 || needed < blocks.size(), newer);
  }

  /** The first posts from {@code begin} on. */
  private static Part from(Connection connection, long room, long begin, int count)
      throws SQLException {
    Optional<BlockSpan> older = BlockSpan.before(connection, room, begin);
    List<BlockSpan> blocks = new ArrayList<>();
    older.filter(block -> block.last() >= begin).ifPresent(blocks::add);
    if (begin < END) {
      blocks.addAll(BlockSpan.from(connection, room, begin, count + 1));
    }
    long there = 0;
    int needed = 0;
    while (needed < blocks.size() && there < count) {
      BlockSpan block = blocks.get(needed++);
      there += block.last() - Math.max(block.first(), begin) + 1;
    }
    List<StoredPost> posts =
        needed == 0
            ? List.of()
            : BlockBodies.posts(
                connection, room, blocks.get(0).first(), blocks.get(needed - 1).first());
    List<StoredPost> wanted = posts.stream().filter(post -> post.number() >= begin).toList();
    int taken = Math.min(count, wanted.size());
    return new Part(
        wanted.subList(0, taken),
        older.isPresent(),
        taken < wanted.size() || needed < blocks.size());
  }
}
