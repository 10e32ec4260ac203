package chat.parley.store;

import chat.parley.notation.FileTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that a backup is made in: the database grows in a folder {@code unfinished} in it, and
 * is moved to where it belongs when it is whole.
 */
final class BackupFolder {
  private final StoreFolder folder;
  private final StoreFolder growing;

  /** Whether the folder was there before. */
  private boolean wasThere;

  private boolean begun;

  BackupFolder(StoreLocation.Folder location) {
    this.folder = new StoreFolder(location.path());
    this.growing = new StoreFolder(location.path().resolve("unfinished"));
  }

  /**
   * Makes what is not there of it.
   *
   * @throws StoreException when there is something in it, or it cannot be made
   */
  void begin() throws IOException {
    wasThere = Files.isDirectory(folder.path());
    if (wasThere && !files(folder.path()).isEmpty()) {
      throw new StoreException(
          "the folder " + folder.path() + " is not empty; name a new one for the backup");
    }
    folder.make();
    begun = true;
    SqliteLibrary.load(folder); // Not from the other one, which goes.
    growing.make();
  }

  /** Where the database grows. */
  StoreLocation.Folder location() {
    return new StoreLocation.Folder(growing.path());
  }

  /** An empty file for it, which only its owner can read. */
  StoreFolder unfinished() {
    growing.makeDatabase();
    return growing;
  }

  /** How many posts there are in it, which is whole. */
  long posts() {
    return SqliteDatabase.readUnchanging(growing, StoreBackup::posts);
  }

  /** Moves the database, which is whole, to where it belongs. */
  void finish() throws IOException {
    sync(growing.database(), StandardOpenOption.WRITE);
    Files.move(growing.database(), folder.database(), StandardCopyOption.ATOMIC_MOVE);
    delete(growing.path());
    if (folder.isPosix()) {
      sync(folder.path(), StandardOpenOption.READ);
    }
  }

  private static void sync(Path file, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(file, how)) {
      channel.force(true);
    }
  }

  /** Leaves everything as it was. */
  void giveUp() {
    if (!begun) {
      return;
    }
    try {
      delete(growing.path());
      if (!wasThere) {
        delete(folder.path());
      }
    } catch (IOException e) {
      // What could not be written may not be to be deleted either; what failed is told.
    }
  }

  StoreException failure(IOException e) {
    return new StoreException(
        "the backup cannot be written to "
            + folder.path()
            + ": "
            + FileTrouble.writing(folder.path(), e),
        e);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      for (Path file : files(folder)) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
