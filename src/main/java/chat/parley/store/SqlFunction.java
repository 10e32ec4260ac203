package chat.parley.store;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done with a connection, and what comes of it. */
@FunctionalInterface
interface SqlFunction<T> {
  /**
   * Does it.
   *
   * @throws SQLException when the database fails
   */
  T apply(Connection connection) throws SQLException;
}
