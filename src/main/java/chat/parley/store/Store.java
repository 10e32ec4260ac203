package chat.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What outlives the server, as its one writer uses it: on one connection, a transaction after the
 * other.
 *
 * <p>What is written is on the disk when the method returns, all of it or, when the server was
 * killed or the database failed meanwhile, none. After a failure the next transaction begins on a
 * new connection. It is not for several threads at once.
 */
public final class Store implements AutoCloseable {

  /** Empty when nothing is kept. */
  private final Optional<Database> database;

  /** Empty after a failure, until the next transaction. */
  private Optional<Connection> connection = Optional.empty();

  private final RoomIds rooms = new RoomIds();

  /** Whether posts are seen before they are in it. */
  private boolean relaxed;

  private Store(Optional<Database> database) {
    this.database = database;
  }

  /**
   * Opens a store, which is made if it is not there, for nobody else to read.
   *
   * @throws StoreException when it cannot be used; it is as it was then
   */
  public static Store open(StoreLocation location) {
    if (location instanceof StoreLocation.Folder folder) {
      return open(Database.open(folder));
    }
    if (location instanceof StoreLocation.Server server) {
      return open(Database.open(server));
    }
    return inMemory();
  }

  /** A store that keeps nothing: what is written is what the services have in memory anyway. */
  public static Store inMemory() {
    return new Store(Optional.empty());
  }

  private static Store open(Database database) {
    try {
      Store store = new Store(Optional.of(database));
      store.connection = Optional.of(database.connect());
      return store;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Where its one writer writes.
   *
   * @param retention how much is kept of a room, by its key
   */
  StoreTarget target(Function<String, Retention> retention, Clock clock) {
    if (database.isEmpty()) {
      return new NowhereTarget();
    }
    SearchIndex index = new SearchIndex(database.get().dialect());
    return new DatabaseTarget(
        this, database.get(), index, new Tidying(rooms, index, retention, clock));
  }

  /** Where one of those who read reads; empty when nothing is kept. */
  Optional<HistorySource> source() {
    return database.map(
        from ->
            new DatabaseSource(new ReadConnection(from), rooms, new SearchIndex(from.dialect())));
  }

  /** Where all of it is; empty when nothing is kept. */
  Optional<Database> database() {
    return database;
  }

  /** The ids of the rooms in it. */
  RoomIds rooms() {
    return rooms;
  }

  /**
   * Takes it into use, before it is loaded. Where the server before showed posts that it did not
   * keep any more, numbers may have meant others than they do from now on: then the epochs of all
   * rooms change.
   *
   * @return whether they have
   * @throws StoreException when it cannot be written
   */
  public boolean begin(HistorySettings.Durability durability) {
    relaxed = durability == HistorySettings.Durability.RELAXED;
    return database.isPresent() && inTransaction(this::begin);
  }

  private boolean begin(Connection it) throws SQLException {
    boolean isUnclean = MetaTable.isRelaxed(it);
    if (isUnclean) {
      for (long room : RoomTable.all(it).keySet()) {
        RoomTable.setEpoch(it, room, StoredRoom.newEpoch());
      }
    }
    if (isUnclean || relaxed) {
      MetaTable.setRelaxed(it, relaxed);
    }
    return isUnclean;
  }

  /** All that was seen is in it, and nothing else will be. */
  void endWhole() {
    if (relaxed) {
      inTransaction(
          it -> {
            MetaTable.setRelaxed(it, false);
            return null;
          });
    }
  }

  /**
   * All records that are in it, and all rooms but for what was said there.
   *
   * @throws StoreException when some of them cannot be read
   */
  public StoredState load() {
    return database.map(from -> inTransaction(it -> load(from, it))).orElse(StoredState.NOTHING);
  }

  private StoredState load(Database from, Connection it) throws SQLException {
    StoredState records = RecordTables.load(from, it);
    Map<Long, StoredRoom> all = RoomTable.all(it);
    Map<String, Long> ids = new HashMap<>();
    all.forEach((id, room) -> ids.put(room.key(), id));
    rooms.add(ids);
    return records.with(all.values());
  }

  /**
   * Does {@code work} and commits it; where that fails, nothing of it is done. Only when the way to
   * the database breaks during the commit may it be done all the same, so what is tried again must
   * be such that it can be done twice.
   *
   * @throws StoreException when the database fails, for people to read
   * @throws IllegalStateException when nothing is kept
   */
  <T> T inTransaction(SqlFunction<T> work) {
    Database at = database.orElseThrow(() -> new IllegalStateException("nothing is kept"));
    try {
      Connection on = connected(at);
      on.setAutoCommit(false);
      T result = work.apply(on);
      on.setAutoCommit(true); // commits; SQLite's driver would begin anew at a commit, and lock
      return result;
    } catch (SQLException e) {
      disconnect();
      throw at.failure(e);
    } catch (RuntimeException e) {
      disconnect();
      throw e;
    }
  }

  /**
   * Does what the database leaves for later; for when nobody waits for a transaction, and every few
   * of them. It takes some milliseconds at most.
   *
   * @throws StoreException when the database fails
   */
  void tidy() {
    if (database.isEmpty()) {
      return;
    }
    try {
      database.get().tidy(connected(database.get()));
    } catch (SQLException e) {
      disconnect();
      throw database.get().failure(e);
    }
  }

  private Connection connected(Database at) {
    at.check();
    if (connection.isEmpty()) {
      connection = Optional.of(at.connect());
    }
    return connection.get();
  }

  /** Closes the connection, which takes back what was not committed. */
  private void disconnect() {
    try {
      if (connection.isPresent()) {
        connection.get().close();
      }
    } catch (SQLException e) {
      // It is of no use any more, closed or not.
    } finally {
      connection = Optional.empty();
    }
  }

  @Override
  public void close() {
    disconnect();
    database.ifPresent(Database::close);
  }
}
