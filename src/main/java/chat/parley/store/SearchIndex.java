package chat.parley.store;

import chat.parley.names.Names;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGStatement;

/**
 * Where words were said: an index beside the posts of all rooms, which is filled behind them. Every
 * method works on the connection that it is given, in the transaction that is open there.
 *
 * <p>Rooms are named by their id in the store, posts by their number. What is not in the index yet
 * can be looked for by {@link SearchQuery#matches}, which finds the same.
 */
final class SearchIndex {

  /**
   * What was found.
   *
   * @param numbers of posts, the newest first
   * @param more whether there are older ones
   */
  record Found(List<Long> numbers, boolean more) {}

  private final Dialect dialect;
  private final SearchSql sql;

  SearchIndex(Dialect dialect) {
    this.dialect = dialect;
    this.sql = SearchSql.of(dialect);
  }

  /**
   * The number of the last post of a room that has been {@linkplain #add added}; 0 for none. What
   * is in the index ends there.
   */
  long progress(Connection connection, long room) throws SQLException {
    try (PreparedStatement progress = connection.prepareStatement(SearchSql.PROGRESS)) {
      progress.setLong(1, room);
      try (ResultSet rows = progress.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  /**
   * Adds the posts of a room that come next, and counts them as added, also where there is nothing
   * to be found in them. Posts that are there already are taken anew.
   *
   * @param posts oldest first
   */
  void add(Connection connection, long room, List<StoredPost> posts) throws SQLException {
    if (posts.isEmpty()) {
      return;
    }
    insert(connection, room, posts);
    setProgress(connection, room, posts.get(posts.size() - 1).number());
  }

  /** Adds posts of a room from among those that are there, or from before them. */
  void addEarlier(Connection connection, long room, List<StoredPost> posts) throws SQLException {
    insert(connection, room, posts);
  }

  private void insert(Connection connection, long room, List<StoredPost> posts)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql.insert())) {
      for (StoredPost post : posts) {
        if (post.kind() != StoredPost.Kind.DELETED) {
          insert.setLong(1, PostKey.of(room, post.number()));
          insert.setString(2, sql.row().apply(terms(post)));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static List<String> terms(StoredPost post) {
    List<String> terms = new ArrayList<>();
    terms.add(SearchText.author(Names.key(post.author())));
    terms.addAll(SearchText.words(post.text()));
    return terms;
  }

  private static void setProgress(Connection connection, long room, long number)
      throws SQLException {
    try (PreparedStatement progress = connection.prepareStatement(SearchSql.SET_PROGRESS)) {
      progress.setLong(1, room);
      progress.setLong(2, number);
      progress.executeUpdate();
    }
  }

  /** Takes posts of a room out; those that are not there are passed over. */
  void remove(Connection connection, long room, List<Long> numbers) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql.delete())) {
      for (long number : numbers) {
        delete.setLong(1, PostKey.of(room, number));
        delete.setLong(2, PostKey.of(room, number));
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }

  /**
   * Takes the posts of a room up to and with a number out. It takes as long as there are such
   * posts, so whoever has many of them calls it for some at a time.
   */
  void removeUpTo(Connection connection, long room, long number) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql.delete())) {
      delete.setLong(1, PostKey.of(room, 0));
      delete.setLong(2, PostKey.of(room, number));
      delete.executeUpdate();
    }
  }

  /**
   * The posts of a room that have all of {@code query}.
   *
   * @param before only posts with a smaller number
   * @param count how many at most
   */
  Found find(Connection connection, long room, SearchQuery query, long before, int count)
      throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (PreparedStatement find = connection.prepareStatement(sql.find())) {
      planAnew(find);
      find.setString(1, sql.query().apply(query));
      find.setLong(2, PostKey.of(room, 0));
      find.setLong(3, PostKey.of(room, Math.max(0, Math.min(before, PostKey.MAX_NUMBER))));
      find.setInt(4, count + 1);
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          numbers.add(PostKey.number(rows.getLong(1)));
        }
      }
    }
    boolean more = numbers.size() > count;
    return new Found(List.copyOf(more ? numbers.subList(0, count) : numbers), more);
  }

  /** PostgreSQL would forget, after some times, to ask how common the words are. */
  private void planAnew(PreparedStatement find) throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      find.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
  }
}
