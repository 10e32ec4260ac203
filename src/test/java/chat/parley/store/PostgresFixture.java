package chat.parley.store;

import chat.parley.notation.HostPort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL, which is started for the first test that asks for it and ends with the tests.
 * It is unpacked from a Maven artifact. Where root runs the tests, it runs in a user namespace,
 * since it refuses to be run by root.
 */
public final class PostgresFixture {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** That of the role "guarded". */
  static final String PASSWORD = "sesame";

  private PostgresFixture() {}

  /** Started when it is first used; it ends by a hook of its own. */
  private static final class Shared {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        askForPassword(server);
        return server;
      } catch (IOException | SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Everybody is let in, but for whoever is called "guarded". */
    private static void askForPassword(EmbeddedPostgres server) throws IOException, SQLException {
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE ROLE guarded LOGIN SUPERUSER PASSWORD '" + PASSWORD + "'");
        Path rules;
        try (ResultSet result = statement.executeQuery("SHOW hba_file")) {
          result.next();
          rules = Path.of(result.getString(1));
        }
        Files.writeString(rules, "host all guarded all scram-sha-256\n" + Files.readString(rules));
        statement.execute("SELECT pg_reload_conf()");
      }
    }
  }

  /**
   * A server of its own, which can be ended and started again.
   *
   * @param data its files, which stay when it ends
   * @param port where it is; 0 for any free one
   */
  public static EmbeddedPostgres start(Path data, int port) throws IOException {
    var builder = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  /** A new database, of nobody else. */
  public static StoreLocation.Server newDatabase() {
    String name = "parley_" + DATABASES.incrementAndGet();
    execute("CREATE DATABASE " + name);
    return location(Shared.SERVER.getPort(), name, "postgres");
  }

  /** The database of {@code location}, for somebody else. */
  static StoreLocation.Server as(String user, StoreLocation.Server location) {
    return location(location.at().port(), location.database(), user);
  }

  static StoreLocation.Server location(int port, String database, String user) {
    return new StoreLocation.Server(
        new HostPort("localhost", port), database, user, Optional.empty(), Map.of());
  }

  /** Does something on the server, as its superuser. */
  static void execute(String sql) {
    try (Connection connection = Shared.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
