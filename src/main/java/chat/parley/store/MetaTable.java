package chat.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** What is known of the store itself. All throw {@link SQLException} when it does not answer. */
final class MetaTable {
  /** There while a server has it open that shows posts before they are kept. */
  private static final String RELAXED = "relaxed since";

  private static final String TRIED = "tried at";

  private MetaTable() {}

  /** Whether a server that showed posts before they were kept has ended without keeping all. */
  static boolean isRelaxed(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM meta WHERE key = ?")) {
      select.setString(1, RELAXED);
      return select.executeQuery().next();
    }
  }

  static void setRelaxed(Connection connection, boolean relaxed) throws SQLException {
    if (relaxed) {
      setNow(connection, RELAXED);
    } else {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM meta WHERE key = ?")) {
        delete.setString(1, RELAXED);
        delete.executeUpdate();
      }
    }
  }

  /** Writes something, which shows whether that can be done. */
  static void tryToWrite(Connection connection) throws SQLException {
    setNow(connection, TRIED);
  }

  private static void setNow(Connection connection, String key) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO meta (key, value) VALUES (?, ?)"
                + " ON CONFLICT (key) DO UPDATE SET value = excluded.value")) {
      insert.setString(1, key);
      insert.setString(2, Instant.now().toString());
      insert.executeUpdate();
    }
  }
}
