package chat.parley.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;

/**
 * Makes a copy of a whole store as it is at one moment, while a server may be using it. The copy is
 * a store itself, in a folder or on a server, whichever the first one is in.
 */
public final class StoreBackup {
  private StoreBackup() {}

  /**
   * Makes a copy; it is there as a whole, on the disk, or not at all.
   *
   * @param to a folder that is not there or empty, or a database without a store
   * @param progress is told how many bytes have been copied, every now and then
   * @return how many posts there are in the copy
   * @throws StoreException when one cannot be read, or the other not be written
   */
  public static long make(StoreLocation from, StoreLocation to, LongConsumer progress) {
    if (to instanceof StoreLocation.Nowhere) {
      throw new StoreException("none is no place for a backup; name a folder");
    }
    try (Database source = Database.openForReading(from)) {
      return to instanceof StoreLocation.Folder folder
          ? copy(source, new BackupFolder(folder), progress)
          : copy(source, (StoreLocation.Server) to, progress);
    }
  }

  private static long copy(Database source, StoreLocation.Server to, LongConsumer progress) {
    try (Database target = Database.open(to)) {
      return copy(source, target, progress);
    }
  }

  private static long copy(Database source, BackupFolder folder, LongConsumer progress) {
    try {
      folder.begin();
      long posts;
      if (source instanceof SqliteDatabase sqlite) {
        sqlite.copyInto(folder.unfinished(), progress);
        posts = folder.posts();
      } else {
        try (Database target = Database.open(folder.location())) {
          posts = copy(source, target, progress);
        }
      }
      folder.finish();
      return posts;
    } catch (IOException | RuntimeException e) {
      folder.giveUp();
      throw e instanceof IOException io ? folder.failure(io) : (RuntimeException) e;
    }
  }

  private static long copy(Database source, Database target, LongConsumer progress) {
    try (Connection to = target.connect()) {
      try (Connection from = source.connectForReading()) {
        from.setAutoCommit(false);
        new TableCopy(from, to, progress).copy(target);
        return posts(to);
      }
    } catch (SQLException e) {
      throw target.failure(e);
    }
  }

  /** How many posts there are in all rooms together. */
  static long posts(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet sum = statement.executeQuery("SELECT coalesce(sum(posts), 0) FROM post_block")) {
      sum.next();
      return sum.getLong(1);
    }
  }
}
