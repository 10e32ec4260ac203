package chat.parley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
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

  /** How many steps SQLite takes between two reports, so that these cost nothing. */
  private static final int STEPS = 100_000;

  private final StoreFolder folder;

  /** Empty where nothing is to be written. */
  private final Optional<StoreLock> lock;

  /** Which file it was when it was opened; empty where files have no such thing. */
  private final Optional<Object> file;

  private SqliteDatabase(StoreFolder folder, Optional<StoreLock> lock, Optional<Object> file) {
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
      SqliteLibrary.removeLeftOvers(folder);
      SqliteLibrary.load(folder);
      var database = new SqliteDatabase(folder, Optional.of(lock), key(folder.database()));
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

  /**
   * A folder that another process may be using.
   *
   * @throws StoreException when there is no store in it
   */
  static SqliteDatabase openForReading(StoreLocation.Folder location) {
    StoreFolder folder = new StoreFolder(location.path());
    folder.checkDatabase();
    SqliteLibrary.load(folder);
    return new SqliteDatabase(folder, Optional.empty(), Optional.empty());
  }

  private static Optional<Object> key(Path file) throws IOException {
    return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
  }

  /** Looks whether this parley can use what is there, and leaves everything as it is. */
  private void look() {
    // With a log beside it, the database alone may be half of what there is.
    boolean whole = folder.log().toFile().length() == 0;
    read(whole ? "?mode=ro&immutable=1" : "?mode=ro", it -> Migrations.version(this, it));
  }

  /** Reads a database that nobody changes meanwhile, and makes no files beside it. */
  static <T> T readUnchanging(StoreFolder folder, SqlFunction<T> reading) {
    return new SqliteDatabase(folder, Optional.empty(), Optional.empty())
        .read("?mode=ro&immutable=1", reading);
  }

  private <T> T read(String how, SqlFunction<T> reading) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection = config.createConnection(uri() + how)) {
      return reading.apply(connection);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * Writes all there is now into the database of another folder, which is empty.
   *
   * @param progress is told how many bytes are there, every now and then
   */
  void copyInto(StoreFolder other, LongConsumer progress) {
    try (Connection connection = connectReadOnly()) {
      ProgressHandler.setHandler(
          connection,
          STEPS,
          new ProgressHandler() {
            @Override
            protected int progress() {
              progress.accept(other.database().toFile().length());
              return 0; // goes on
            }
          });
      try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
        vacuum.setString(1, other.database().toAbsolutePath().toString());
        vacuum.executeUpdate();
      }
      progress.accept(other.database().toFile().length());
    } catch (SQLException e) {
      throw SqliteFailures.of(SqliteFailures.isDamage(e) ? folder : other, e);
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
    lock.ifPresent(StoreLock::close);
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
