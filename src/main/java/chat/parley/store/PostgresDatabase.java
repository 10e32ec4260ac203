package chat.parley.store;

import chat.parley.notation.FileTrouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A store in a database on a PostgreSQL server, in the schema {@code parley}. */
final class PostgresDatabase extends Database {
  /** The oldest release that is maintained, or was when this was written. */
  private static final int OLDEST = 13;

  private static final String CONNECT_SECONDS = "3";

  /** How long an answer may take. */
  private static final int ANSWER_SECONDS = 10;

  /** What the writer's connection has locked, as long as there is one: "parley" in ASCII. */
  private static final long LOCK = 0x7061726c6579L;

  /** A server notices within 11 s that a writer is gone for good, and lets the next one in. */
  private static final String KEEPALIVE =
      "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

  private static final String READ_ONLY =
      "-c default_transaction_read_only=on" + " -c default_transaction_isolation=repeatable\\ read";

  private final StoreLocation.Server server;

  PostgresDatabase(StoreLocation.Server server) {
    this.server = server;
  }

  @Override
  Dialect dialect() {
    return Dialect.POSTGRESQL;
  }

  @Override
  Connection connectForWriting() throws SQLException {
    Connection connection = connect(KEEPALIVE);
    try {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw failure(
            "is on PostgreSQL " + version + "; " + OLDEST + " is the oldest that parley can use");
      }
      if (!is(connection, "SELECT pg_try_advisory_lock(" + LOCK + ")")) {
        throw failure("is in use by another server; stop that, or name another store with --store");
      }
      if (!is(connection, "SELECT to_regnamespace('parley') IS NOT NULL")) {
        try (Statement statement = connection.createStatement()) {
          statement.executeUpdate("CREATE SCHEMA parley");
        }
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  Connection connectReadOnly() throws SQLException {
    return connect(READ_ONLY);
  }

  private Connection connect(String options) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(server.parameters());
    PGProperty.USER.set(properties, server.user());
    server
        .passwordFile()
        .map(this::password)
        .ifPresent(it -> PGProperty.PASSWORD.set(properties, it));
    PGProperty.APPLICATION_NAME.set(properties, "parley");
    PGProperty.CURRENT_SCHEMA.set(properties, "parley");
    PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
    PGProperty.SOCKET_TIMEOUT.set(properties, ANSWER_SECONDS);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    PGProperty.REWRITE_BATCHED_INSERTS.set(properties, true);
    PGProperty.OPTIONS.set(properties, options);
    return new Driver()
        .connect("jdbc:postgresql://" + server.at() + "/" + encoded(server.database()), properties);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** It is read for each connection, so that it can be changed. */
  private String password(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return Optional.ofNullable(lines.readLine()).orElse("");
    } catch (MalformedInputException e) {
      throw failure("cannot be opened: the password in " + file + " is no UTF-8 text", e);
    } catch (IOException e) {
      throw failure(
          "cannot be opened: its password file " + file + ": " + FileTrouble.reading(file, e), e);
    }
  }

  private static boolean is(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() && result.getBoolean(1);
    }
  }

  @Override
  void check() {
    // The server notices all there is.
  }

  @Override
  void tidy(Connection connection) {
    // The server does it by itself.
  }

  @Override
  StoreException failure(SQLException e) {
    return PostgresFailures.of(this, server, e);
  }

  @Override
  public void close() {
    // The lock ends with the writer's connection.
  }

  @Override
  public String toString() {
    return "the store " + server;
  }
}
