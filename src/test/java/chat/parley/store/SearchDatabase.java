package chat.parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A new database with the tables of search, and nothing else, in which a transaction is open. */
final class SearchDatabase {
  private SearchDatabase() {}

  /** Started when it is first used; it ends by a hook of its own. */
  private static final class Postgres {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Connection open(Dialect dialect) throws SQLException, IOException {
    return switch (dialect) {
      case SQLITE -> begun(DriverManager.getConnection("jdbc:sqlite::memory:"), "sqlite");
      case POSTGRESQL -> begun(Postgres.SERVER.getPostgresDatabase().getConnection(), "postgresql");
    };
  }

  /** What is not committed is gone with the connection, the tables too. */
  private static Connection begun(Connection connection, String dialect)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        var script = SearchDatabase.class.getResourceAsStream(dialect + "/0003-search.sql")) {
      statement.executeUpdate(new String(script.readAllBytes(), UTF_8));
    }
    return connection;
  }
}
