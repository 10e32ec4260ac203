package chat.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The rooms of a store and what was said in them, all of it as it was at the moment when it was
 * opened, whatever a server that uses the store does meanwhile. Not for several threads.
 */
public final class StoreSnapshot implements AutoCloseable {
  private final Database database;
  private final Connection connection;
  private final Map<Long, StoredRoom> rooms;

  private StoreSnapshot(Database database, Connection connection) throws SQLException {
    this.database = database;
    this.connection = connection;
    connection.setAutoCommit(false);
    this.rooms = RoomTable.all(connection);
  }

  /**
   * Opens what there is now.
   *
   * @throws StoreException when there is no store, or it cannot be read
   */
  public static StoreSnapshot open(StoreLocation location) {
    Database database = Database.openForReading(location);
    Connection connection = database.connectForReading();
    try {
      return new StoreSnapshot(database, connection);
    } catch (SQLException e) {
      close(connection);
      throw database.failure(e);
    }
  }

  /** The rooms, in the order in which they were made. */
  public Collection<StoredRoom> rooms() {
    return rooms.values();
  }

  /**
   * What is kept of one room, oldest first; it is read while it is asked for, some posts at a time.
   * The iterator throws {@link StoreException} when it cannot be.
   *
   * @param since only posts from then on; empty for all
   */
  public Iterator<StoredPost> posts(StoredRoom room, Optional<Instant> since) {
    long id =
        rooms.entrySet().stream()
            .filter(each -> each.getValue().equals(room))
            .findFirst()
            .orElseThrow()
            .getKey();
    long from = since.isEmpty() ? 1 : read(it -> BlockSpan.numberAt(it, id, since.get()));
    return new Posts(new PostCursor(id, from, PostKey.MAX_NUMBER));
  }

  private <T> T read(SqlFunction<T> reading) {
    try {
      return reading.apply(connection);
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  private final class Posts implements Iterator<StoredPost> {
    private final PostCursor cursor;
    private Iterator<StoredPost> some = List.<StoredPost>of().iterator();

    Posts(PostCursor cursor) {
      this.cursor = cursor;
    }

    @Override
    public boolean hasNext() {
      if (!some.hasNext()) {
        some = read(cursor::next).iterator();
      }
      return some.hasNext();
    }

    @Override
    public StoredPost next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return some.next();
    }
  }

  @Override
  public void close() {
    close(connection);
    database.close();
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // All that was wanted has been read, or what failed before is told.
    }
  }

  /** How messages begin that are about it. */
  @Override
  public String toString() {
    return database.toString();
  }
}
