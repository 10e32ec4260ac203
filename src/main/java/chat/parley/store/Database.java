package chat.parley.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database that a store is in, which is this server's alone while it is open. Connections are
 * for one thread each, and commit each statement by itself until they are told otherwise.
 */
abstract sealed class Database implements AutoCloseable permits SqliteDatabase, PostgresDatabase {

  /**
   * Takes the database there, and makes it if it is a folder without one. A database that cannot be
   * used is as it was before.
   *
   * @throws StoreException when it cannot be used
   */
  static Database open(StoreLocation.Folder folder) {
    return SqliteDatabase.open(folder);
  }

  /** A database on a server; whether it can be used is seen at {@link #connect}. */
  static Database open(StoreLocation.Server server) {
    return new PostgresDatabase(server);
  }

  /**
   * A store that another process may be using, of which nothing is changed: it is there, and as
   * this parley has it.
   *
   * @throws StoreException when it cannot be read
   */
  static Database openForReading(StoreLocation location) {
    if (location instanceof StoreLocation.Nowhere) {
      throw new StoreException("nothing is kept with --store none; name a store with --store");
    }
    Database database =
        location instanceof StoreLocation.Folder folder
            ? SqliteDatabase.openForReading(folder)
            : new PostgresDatabase((StoreLocation.Server) location);
    try (Connection connection = database.connectForReading()) {
      Migrations.checkUpToDate(database, connection);
      return database;
    } catch (SQLException e) {
      throw database.failure(e);
    }
  }

  abstract Dialect dialect();

  /**
   * The writer's connection, of which there is one at a time. The tables are there, as this parley
   * has them.
   *
   * @throws StoreException when there can be none
   */
  final Connection connect() {
    try {
      return Migrations.bringUpToDate(this, connectForWriting());
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** A connection that only this server can have, to tables of whichever version. */
  abstract Connection connectForWriting() throws SQLException;

  /**
   * A connection that can change nothing, and sees in a transaction what there was at its
   * beginning; any number of threads may ask for one each.
   *
   * @throws StoreException when there can be none
   */
  final Connection connectForReading() {
    try {
      return connectReadOnly();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  abstract Connection connectReadOnly() throws SQLException;

  /** Checks what the database itself does not notice, before something is written. */
  abstract void check() throws StoreException;

  /**
   * Does some of what the database leaves for later, on the writer's connection between two
   * transactions: takes microseconds when there is nothing to do, and some milliseconds at most.
   */
  abstract void tidy(Connection connection) throws SQLException;

  /**
   * Whether what is taken out from now on is also wiped where it was, which takes longer.
   *
   * @param wipes false as it is at first
   */
  void setWiping(Connection connection, boolean wipes) throws SQLException {
    // Servers have no such thing.
  }

  /** What people are told of a failure of this database. */
  abstract StoreException failure(SQLException e);

  /** The store, and something about it. */
  final StoreException failure(String what) {
    return failure(what, null);
  }

  final StoreException failure(String what, Exception cause) {
    return new StoreException(this + " " + what, cause);
  }

  @Override
  public abstract void close();

  /** How messages begin that are about it. */
  @Override
  public abstract String toString();
}
