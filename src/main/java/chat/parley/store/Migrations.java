package chat.parley.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The steps from an empty database to the tables that this parley has: a file of SQL each, for each
 * dialect, which is never changed once a parley with it is out. The table {@code schema_version}
 * says which of them a database has behind it.
 */
final class Migrations {
  /** The files, of which the first is version 1. */
  static final List<String> NAMES =
      List.of(
          // One a line.
          "0001-records", "0002-posts", "0003-search", "0004-messages");

  private Migrations() {}

  /**
   * Takes the steps that are missing, each of them wholly or not at all; answers the connection,
   * which is closed when that fails.
   *
   * @throws StoreException when it was written by a newer parley, or by another program
   */
  static Connection bringUpToDate(Database database, Connection connection) throws SQLException {
    try {
      for (int done = version(database, connection); done < NAMES.size(); done++) {
        migrate(database.dialect(), connection, done + 1);
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Which step was the last one; 0 for none.
   *
   * @throws StoreException when it was written by a newer parley, or by another program
   */
  static int version(Database database, Connection connection) throws SQLException {
    Dialect dialect = database.dialect();
    if (!is(connection, dialect.hasVersion())) {
      if (is(connection, dialect.hasTables())) {
        throw database.failure(
            "has tables of another program; name another store with --store DIR");
      }
      return 0;
    }
    int version = number(connection, "SELECT max(version) FROM schema_version");
    if (version > NAMES.size()) {
      throw database.failure(
          "was written by a newer parley (its version is "
              + version
              + ", this one knows "
              + NAMES.size()
              + "); run that one, or name another with --store DIR");
    }
    return version;
  }

  /**
   * Checks a database of which nothing may be changed.
   *
   * @throws StoreException when it is not as this parley has it
   */
  static void checkUpToDate(Database database, Connection connection) throws SQLException {
    int version = version(database, connection);
    if (version == 0) {
      throw database.failure("has nothing in it");
    }
    if (version < NAMES.size()) {
      throw database.failure(
          "was written by an older parley; start the server with it once, and try again");
    }
  }

  private static void migrate(Dialect dialect, Connection connection, int version)
      throws SQLException {
    String name = NAMES.get(version - 1);
    int answerWithin = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, 0); // a large table takes its time
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "CREATE TABLE IF NOT EXISTS schema_version"
              + "(version INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL)");
      statement.executeUpdate(script(dialect, name));
      try (PreparedStatement done =
          connection.prepareStatement("INSERT INTO schema_version VALUES (?, ?, ?)")) {
        done.setInt(1, version);
        done.setString(2, name);
        done.setString(3, Instant.now().toString());
        done.executeUpdate();
      }
    }
    connection.setAutoCommit(true); // commits
    connection.setNetworkTimeout(Runnable::run, answerWithin);
  }

  private static String script(Dialect dialect, String name) {
    String file = dialect.name().toLowerCase(Locale.ROOT) + "/" + name + ".sql";
    try (InputStream in = Migrations.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean is(Connection connection, String query) throws SQLException {
    return number(connection, query) > 0;
  }

  private static int number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getInt(1) : 0;
    }
  }
}
