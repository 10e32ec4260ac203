package chat.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What outlives the server, as its one writer uses it: on one connection, a transaction after the
 * other.
 *
 * <p>What is written is on the disk when the method returns, all of it or, when the server was
 * killed or the database failed meanwhile, none. After a failure the next transaction begins on a
 * new connection. It is not for several threads at once.
 */
public final class Store implements AutoCloseable {

  /**
   * A change of one item.
   *
   * @param item what is to be there from now on; empty for nothing
   */
  record Change(StoredRecord.Id id, Optional<StoredRecord> item) {}

  /** Empty when nothing is kept. */
  private final Optional<Database> database;

  /** Empty after a failure, until the next transaction. */
  private Optional<Connection> connection = Optional.empty();

  /**
   * What there was before changes that failed, which may have been made nevertheless; it is put
   * back with the next ones.
   */
  private final Map<StoredRecord.Id, Optional<StoredRecord>> before = new HashMap<>();

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

  /** Where to read what is written here; empty when nothing is kept. */
  Optional<Database> database() {
    return database;
  }

  /**
   * All records that are in it.
   *
   * @throws StoreException when some of them cannot be read
   */
  public StoredState load() {
    return database
        .map(from -> inTransaction(connection -> RecordTables.load(from, connection)))
        .orElseGet(() -> new StoredState(List.of(), List.of(), List.of()));
  }

  /**
   * Writes changes, all or none. Those that fail are never made later.
   *
   * @throws StoreException when they could not be written; later ones may be
   */
  void write(List<Change> changes) {
    if (database.isEmpty()) {
      return;
    }
    Map<StoredRecord.Id, Optional<StoredRecord>> all = new LinkedHashMap<>(before);
    changes.forEach(change -> all.put(change.id(), change.item()));
    Map<StoredRecord.Id, Optional<StoredRecord>> old = new HashMap<>();
    try {
      inTransaction(
          connection -> {
            for (StoredRecord.Id id : all.keySet()) {
              old.put(id, RecordTables.find(database.get(), connection, id));
            }
            RecordTables.change(connection, all);
            return true;
          });
      before.clear();
    } catch (StoreException e) {
      // What is older than these is in there already.
      old.forEach(before::putIfAbsent);
      throw e;
    }
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
    try {
      if (!before.isEmpty()) {
        write(List.of());
      }
    } finally {
      disconnect();
      database.ifPresent(Database::close);
    }
  }
}
