package chat.parley.store;

import chat.parley.notation.HostPort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
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

  private PostgresFixture() {}

  /** Started when it is first used; it ends by a hook of its own. */
  private static final class Shared {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A new database, of nobody else. */
  public static StoreLocation.Server newDatabase() {
    String name = "parley_" + DATABASES.incrementAndGet();
    execute("CREATE DATABASE " + name);
    return location(Shared.SERVER.getPort(), name);
  }

  static StoreLocation.Server location(int port, String database) {
    return new StoreLocation.Server(
        new HostPort("localhost", port), database, "postgres", Optional.empty(), Map.of());
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
