package chat.parley.store;

import chat.parley.notation.FileTrouble;
import java.nio.file.Files;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What people are told when SQLite fails. */
final class SqliteFailures {
  /** What the codes of a family of failures have in common. */
  private static final int FAMILY = 0xff;

  private SqliteFailures() {}

  static StoreException of(StoreFolder folder, SQLException e) {
    SQLiteErrorCode exact = exact(e);
    return switch (family(exact)) {
      case SQLITE_CORRUPT, SQLITE_NOTADB -> folder.damaged(e);
      case SQLITE_FULL -> folder.failure("cannot be written: the disk is full", e);
      case SQLITE_READONLY -> folder.failure("cannot be written: it is read-only", e);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          folder.failure("cannot be written: another process has locked it for too long", e);
      case SQLITE_CANTOPEN, SQLITE_PERM -> folder.failure("cannot be opened: " + whyNot(folder), e);
      case SQLITE_IOERR ->
          folder.failure("cannot be read or written: the disk fails (" + exact.name() + ")", e);
      default -> folder.failure("fails: " + firstLine(e), e);
    };
  }

  /** Whether the database that was read is not what was written. */
  static boolean isDamage(SQLException e) {
    SQLiteErrorCode code = family(exact(e));
    return code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB;
  }

  private static SQLiteErrorCode exact(SQLException e) {
    return e instanceof SQLiteException it ? it.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
  }

  private static SQLiteErrorCode family(SQLiteErrorCode exact) {
    return exact.code < 0 ? exact : SQLiteErrorCode.getErrorCode(exact.code & FAMILY);
  }

  private static String whyNot(StoreFolder folder) {
    return Files.notExists(folder.database())
        ? "parley.db is gone; put it back"
        : FileTrouble.withReading(folder.database())
            .or(() -> FileTrouble.withWriting(folder.database()))
            .orElse("files cannot be made in " + folder.path());
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
