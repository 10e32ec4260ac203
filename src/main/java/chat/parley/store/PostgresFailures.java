package chat.parley.store;

import java.sql.SQLException;

/** What people are told when a PostgreSQL server fails, or the way to it. */
final class PostgresFailures {
  private PostgresFailures() {}

  static StoreException of(Database database, StoreLocation.Server server, SQLException e) {
    String state = String.valueOf(e.getSQLState());
    String what =
        switch (state) {
          case "28P01", "28000" ->
              "cannot be opened: the server does not let " + server.user() + " in: " + said(e);
          case "08004" -> "cannot be opened: " + rejection(e);
          case "3D000" ->
              "cannot be opened: the server has no database %s; make it: createdb -O %s %s"
                  .formatted(server.database(), server.user(), server.database());
          case "42501" -> "cannot be used by " + server.user() + ": " + said(e);
          case "53100" -> "cannot be written: the server's disk is full";
          case "25006" -> "cannot be written: the server, or the database, is read-only";
          case "XX001", "XX002" -> "is damaged: " + said(e) + "; restore the backup";
          default ->
              switch (state.substring(0, 2)) {
                case "08" -> "cannot be reached: " + said(e);
                case "57" -> "cannot be reached: the server is going down or coming up";
                case "53" -> "cannot be used: the server has no room: " + said(e);
                default -> "fails: " + said(e);
              };
        };
    return database.failure(what, e);
  }

  private static String rejection(SQLException e) {
    // The driver has no state of its own for it.
    return said(e).contains("no password was provided")
        ? "the server wants a password; put it in a file, see parley.store-password-file, or into"
            + " the one that PGPASSFILE names"
        : said(e);
  }

  /** What the server or the driver says, in one line. */
  private static String said(SQLException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return message.replaceFirst("^(FATAL|ERROR|PANIC): ", "").replaceFirst("\\.$", "");
  }
}
