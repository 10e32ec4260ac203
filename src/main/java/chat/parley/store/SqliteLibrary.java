package chat.parley.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite's native library, which the driver unpacks into a folder and loads from there. */
final class SqliteLibrary {
  private static final String FOLDER = "org.sqlite.tmpdir";

  private SqliteLibrary() {}

  /**
   * Loads it, unless it is loaded; from the folder of the store unless another is named, since the
   * system's for temporary files often is one where nothing may run.
   *
   * @throws StoreException when it cannot be loaded
   */
  static synchronized void load(StoreFolder folder) {
    if (System.getProperty(FOLDER) == null) {
      System.setProperty(FOLDER, folder.path().toAbsolutePath().toString());
    }
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError e) {
      throw new StoreException(
          folder
              + " cannot be opened: SQLite's native library cannot be loaded from "
              + System.getProperty(FOLDER)
              + "; name a folder from which programs may run with java -Dorg.sqlite.tmpdir=DIR, or"
              + " no store with --store none",
          e);
    }
  }

  /**
   * Removes what servers that were killed have left in a folder, a megabyte each. The driver itself
   * leaves them alone, as it cannot know that nobody uses them.
   */
  static void removeLeftOvers(StoreFolder folder) {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder.path(), "sqlite-*sqlitejdbc*")) {
      for (Path each : files) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      // They do no harm; Windows lets nobody remove one that is in use.
    }
  }
}
