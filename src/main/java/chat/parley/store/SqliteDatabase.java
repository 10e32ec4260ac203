package chat.parley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.SQLiteOpenMode;

/** A store in a folder, in SQLite. */
final class SqliteDatabase extends Database {
  /** How long a statement waits for another process, such as a backup. */
  private static final int BUSY_MILLIS = 5000;

  private static final int WRITER_CACHE_KIB = 16 * 1024;
  private static final int READER_CACHE_KIB = 4 * 1024;

  /** How many pages of 4 KiB are written into the database at a time. */
  private static final int CHECKPOINT_PAGES = 1000;

  /** What is left of the log when much was written at once. */
  private static final int LOG_BYTES = 64 * 1024 * 1024;

  private final StoreFolder folder;
  private final StoreLock lock;

  /** Which file it was when it was opened; empty where files have no such thing. */
  private final Optional<Object> file;

  private SqliteDatabase(StoreFolder folder, StoreLock lock, Optional<Object> file) {
    this.folder = folder;
    this.lock = lock;
    this.file = file;
  }

  /**
   * Takes the folder, which is made if it is not there.
   *
   * @throws StoreException when it cannot be used
   */
  static SqliteDatabase open(StoreLocation.Folder location) {
    StoreFolder folder = new StoreFolder(location.path());
    StoreLock lock = folder.take();
    try {
      boolean isNew = folder.makeDatabase();
      loadLibrary(folder);
      var database = new SqliteDatabase(folder, lock, key(folder.database()));
      if (!isNew) {
        database.look();
      }
      return database;
    } catch (IOException e) {
      lock.close();
      throw folder.failure("cannot be opened: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The driver unpacks it into a folder, which by default is one where it often may not run. */
  private static synchronized void loadLibrary(StoreFolder folder) {
    if (System.getProperty("org.sqlite.tmpdir") == null) {
      System.setProperty("org.sqlite.tmpdir", folder.path().toAbsolutePath().toString());
    }
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError e) {
      throw new StoreException(
          folder
              + " cannot be opened: SQLite's native library cannot be loaded from "
              + System.getProperty("org.sqlite.tmpdir")
              + "; name a folder from which programs may run with java -Dorg.sqlite.tmpdir=DIR, or"
              + " no store with --store none",
          e);
    }
  }

  private static Optional<Object> key(Path file) throws IOException {
    return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
  }

  /** Looks whether this parley can use what is there, and leaves everything as it is. */
  private void look() {
    // With a log beside it, the database alone may be half of what there is.
    boolean whole = folder.log().toFile().length() == 0;
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection =
        config.createConnection(uri() + (whole ? "?mode=ro&immutable=1" : "?mode=ro"))) {
      Migrations.version(this, connection);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private String uri() {
    return "jdbc:sqlite:" + folder.database().toUri();
  }

  @Override
  Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  Connection connectForWriting() throws SQLException {
    SQLiteConfig config = config(WRITER_CACHE_KIB);
    // A database that is gone is not to be replaced by an empty one.
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setWalAutocheckpoint(0);
    config.setJournalSizeLimit(LOG_BYTES);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "FAST");
    return config.createConnection(uri());
  }

  @Override
  Connection connectReadOnly() throws SQLException {
    SQLiteConfig config = config(READER_CACHE_KIB);
    config.setReadOnly(true);
    return config.createConnection(uri());
  }

  private static SQLiteConfig config(int cacheKib) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-cacheKib);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    return config;
  }

  /** SQLite would go on writing into a file that nobody can find any more. */
  @Override
  void check() {
    try {
      if (key(folder.database()).equals(file)) {
        return;
      }
    } catch (IOException e) {
      throw failure("cannot be written: parley.db is gone; put it back", e);
    }
    throw failure("cannot be written: parley.db is another file than it was; start parley anew");
  }

  @Override
  void tidy(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (pagesLeft(statement, "NOOP") >= CHECKPOINT_PAGES) {
        pagesLeft(statement, "PASSIVE");
      }
    }
  }

  @Override
  void setWiping(Connection connection, boolean wipes) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA secure_delete = " + (wipes ? "ON" : "FAST"));
    }
  }

  /** How many pages the log has, after {@code mode} of a checkpoint, that the database has not. */
  private static int pagesLeft(Statement statement, String mode) throws SQLException {
    try (ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
      return result.next() ? result.getInt(2) - result.getInt(3) : 0;
    }
  }

  @Override
  StoreException failure(SQLException e) {
    return SqliteFailures.of(folder, e);
  }

  /** Gives the folder back; connections must be closed before. */
  @Override
  public void close() {
    lock.close();
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
