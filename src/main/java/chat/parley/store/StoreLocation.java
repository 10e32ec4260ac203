package chat.parley.store;

import chat.parley.notation.FileNames;
import chat.parley.notation.HostPort;
import chat.parley.notation.NotationException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a store is: as it is written in {@code parley.store} and behind {@code --store}. Its {@code
 * toString} is how messages name the store.
 */
public sealed interface StoreLocation {

  /**
   * Reads a location.
   *
   * @throws NotationException when it is none; one line says why, and shows no password
   */
  static StoreLocation parse(String text) {
    if (text.equals("none")) {
      return new Nowhere();
    }
    if (ServerUri.isMeantBy(text)) {
      return ServerUri.parse(text);
    }
    if (text.isBlank() || text.contains("://") || text.startsWith("jdbc:")) {
      throw NotationException.not("a folder, " + ServerUri.FORM + ", or none", text);
    }
    try {
      return new Folder(FileNames.path(text));
    } catch (NotationException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw NotationException.saying(e.getMessage());
    }
  }

  /** Whether anything is kept there. */
  default boolean keeps() {
    return !(this instanceof Nowhere);
  }

  /** The same place, for which a password is in {@code file} if it is a server. */
  default StoreLocation withPasswordFile(Path file) {
    return this;
  }

  /** A folder with an SQLite database in it; it is made when it is not there. */
  record Folder(Path path) implements StoreLocation {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /**
   * A database on a PostgreSQL server.
   *
   * @param passwordFile its first line is the password; empty where the server wants none, or where
   *     PostgreSQL's own password file has it
   * @param parameters how to connect, such as {@code sslmode}
   */
  record Server(
      HostPort at,
      String database,
      String user,
      Optional<Path> passwordFile,
      Map<String, String> parameters)
      implements StoreLocation {
    @Override
    public Server withPasswordFile(Path file) {
      return new Server(at, database, user, Optional.of(file), parameters);
    }

    @Override
    public String toString() {
      return "postgresql://" + user + "@" + at + "/" + database;
    }
  }

  /** Nowhere: everything is forgotten when the server ends. */
  record Nowhere() implements StoreLocation {
    @Override
    public String toString() {
      return "none";
    }
  }
}
