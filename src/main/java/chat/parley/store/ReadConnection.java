package chat.parley.store;

import java.sql.Connection;
import java.sql.SQLException;

/** A connection that only reads, made when it is needed first and anew after a failure. */
final class ReadConnection implements AutoCloseable {
  private final Database database;

  /** Null when there is none. */
  private Connection connection;

  ReadConnection(Database database) {
    this.database = database;
  }

  /**
   * Reads something, all of it as it is at one moment.
   *
   * @throws StoreException when it cannot be read; later it may be
   */
  <T> T read(SqlFunction<T> reading) {
    try {
      if (connection == null) {
        connection = database.connectForReading();
        connection.setAutoCommit(false);
      }
      T read = reading.apply(connection);
      connection.rollback();
      return read;
    } catch (SQLException e) {
      close();
      throw database.failure(e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        // It is of no use any more, however it ends.
      }
      connection = null;
    }
  }
}
