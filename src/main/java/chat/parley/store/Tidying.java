package chat.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is done to a database when there is time: posts that are too old or too many go, and what
 * has been said is made to be found. In slices, each a transaction of its own.
 */
final class Tidying {
  /** How many blocks of posts go at once, of which most may hold one post. */
  private static final int BLOCKS = 64;

  /** How many posts are made to be found at once. */
  private static final int POSTS = 250;

  private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);

  private final RoomIds ids;
  private final SearchIndex index;
  private final Clock clock;

  /** The rooms, by their ids, in which there may be posts that are not in the index. */
  private final Set<Long> unindexed = new LinkedHashSet<>();

  /** The rooms in which posts may be too old or too many. */
  private final Deque<Map.Entry<String, Long>> unexamined = new ArrayDeque<>();

  private Instant nextRound = Instant.MIN;

  /** Set by another thread. */
  private volatile Function<String, Retention> retention;

  /**
   * @param ids the rooms that there are
   * @param retention how much is kept of a room, by its key
   */
  Tidying(RoomIds ids, SearchIndex index, Function<String, Retention> retention, Clock clock) {
    this.ids = ids;
    this.index = index;
    this.retention = retention;
    this.clock = clock;
    ids.all().forEach(room -> unindexed.add(room.getValue()));
  }

  void configure(Function<String, Retention> changed) {
    retention = changed;
  }

  /** Something has been said in these rooms. */
  void written(Collection<Long> rooms) {
    unindexed.addAll(rooms);
  }

  /**
   * Does some of it.
   *
   * @param within about how long it may take
   * @return whether there is more
   */
  boolean tidy(Store store, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    begin();
    // Both in turns, so that neither waits for the end of the other.
    do {
      removeSome(store);
      indexSome(store);
    } while ((!unindexed.isEmpty() || !unexamined.isEmpty()) && System.nanoTime() < end);
    return !unindexed.isEmpty() || !unexamined.isEmpty();
  }

  private void begin() {
    Instant now = clock.instant();
    if (unexamined.isEmpty() && now.isAfter(nextRound)) {
      nextRound = now.plus(BETWEEN_ROUNDS);
      ids.all().stream()
          .filter(room -> !retention.apply(room.getKey()).isEverything())
          .forEach(unexamined::add);
    }
  }

  private void removeSome(Store store) {
    Map.Entry<String, Long> room = unexamined.peek();
    if (room == null) {
      return;
    }
    Retention kept = retention.apply(room.getKey());
    Optional<Instant> olderThan = kept.keep().map(clock.instant()::minus);
    long room0 = room.getValue();
    long removed =
        store.inTransaction(connection -> remove(connection, room0, olderThan, kept.maxPosts()));
    if (removed == 0) {
      unexamined.remove();
    }
  }

  private long remove(Connection connection, long room, Optional<Instant> olderThan, long maxPosts)
      throws SQLException {
    PostRetention.Removed removed =
        PostRetention.retain(connection, room, olderThan, maxPosts, BLOCKS);
    if (removed.posts() > 0) {
      index.removeUpTo(connection, room, removed.through());
    }
    return removed.posts();
  }

  private void indexSome(Store store) {
    if (unindexed.isEmpty()) {
      return;
    }
    long room = unindexed.iterator().next();
    unindexed.remove(room);
    if (store.inTransaction(connection -> index(connection, room)) == POSTS) {
      // Behind the others.
      unindexed.add(room);
    }
  }

  private int index(Connection connection, long room) throws SQLException {
    long indexed = index.progress(connection, room);
    List<StoredPost> posts = PostPages.since(connection, room, indexed, POSTS);
    index.add(connection, room, posts);
    return posts.size();
  }
}
