package chat.parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** An SQLite database with the tables of rooms and posts, and nothing else. */
final class SqliteFile {
  private SqliteFile() {}

  static Connection open(Path file) throws SQLException, IOException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement();
        var script = SqliteFile.class.getResourceAsStream("sqlite/0002-posts.sql")) {
      statement.executeUpdate(new String(script.readAllBytes(), UTF_8));
      statement.execute("PRAGMA synchronous = OFF");
    }
    return connection;
  }
}
