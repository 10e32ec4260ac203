package chat.parley.store;

import chat.parley.notation.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of a store, and the files in it, for nobody else to read. */
final class StoreFolder {
  private static final String OTHER = "name another with --store DIR, or none with --store none";

  private final Path path;

  StoreFolder(Path path) {
    this.path = path;
  }

  /** The database. */
  Path database() {
    return path.resolve("parley.db");
  }

  /** What SQLite has not written into the database yet. */
  Path log() {
    return path.resolve("parley.db-wal");
  }

  Path path() {
    return path;
  }

  /**
   * Makes the folder unless it is there, and takes it.
   *
   * @throws StoreException when another process has it, or it cannot be one
   */
  StoreLock take() {
    make();
    Path file = path.resolve("lock");
    make(file);
    try {
      return StoreLock.take(file)
          .orElseThrow(
              () ->
                  failure(
                      "is in use by " + StoreLock.holder(file) + "; stop that, or " + OTHER, null));
    } catch (IOException e) {
      throw failure("cannot be opened: " + FileTrouble.writing(file, e), e);
    }
  }

  /** Makes the folder unless it is there, for nobody else to read. */
  void make() {
    if (Files.isDirectory(path)) {
      return;
    }
    if (Files.isRegularFile(path)) {
      throw failure(whatFileItIs(path), null);
    }
    try {
      Files.createDirectory(path, attributes("rwx------"));
    } catch (IOException e) {
      throw failure("cannot be opened: " + FileTrouble.writing(path, e), e);
    }
  }

  /** What is wrong with a file in the place of the folder. */
  private String whatFileItIs(Path file) {
    String begin = beginOf(file);
    if (begin.startsWith(OLD)) {
      return "is a file of an older parley, which this one cannot read; " + OTHER;
    }
    return begin.startsWith(SQLITE)
        ? "is an SQLite database; name the folder that it is in with --store DIR"
        : "is a file, where a folder is needed; " + OTHER;
  }

  private static final String OLD = "H:2,";
  private static final String SQLITE = "SQLite format 3\0";

  /**
   * Makes the file of the database, empty, unless it is there; answers whether it has to be made
   * into one.
   *
   * @throws StoreException when there is something else in its place
   */
  boolean makeDatabase() {
    Path file = database();
    make(file);
    String begin = beginOf(file);
    if (begin.startsWith(OLD)) {
      throw failure(
          "cannot be opened: parley.db is a file of an older parley, which this one cannot read;"
              + " move it away, or name another with --store DIR",
          null);
    }
    if (!begin.isEmpty() && !begin.equals(SQLITE)) {
      throw damaged(null);
    }
    return begin.isEmpty();
  }

  /**
   * Checks that there is a database, of which nothing is to be changed.
   *
   * @throws StoreException when there is none
   */
  void checkDatabase() {
    if (Files.isRegularFile(path)) {
      throw failure(whatFileItIs(path), null);
    }
    if (Files.notExists(database())) {
      throw failure("does not exist; name another with --store DIR", null);
    }
    if (!beginOf(database()).equals(SQLITE)) {
      throw damaged(null);
    }
  }

  private String beginOf(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(SQLITE.length()), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw failure("cannot be opened: " + FileTrouble.reading(file, e), e);
    }
  }

  private void make(Path file) {
    try {
      Files.createFile(file, attributes("rw-------"));
    } catch (FileAlreadyExistsException e) {
      FileTrouble.withWriting(file)
          .ifPresent(
              why -> {
                throw failure("cannot be opened: " + why, e);
              });
    } catch (IOException e) {
      throw failure("cannot be opened: " + FileTrouble.writing(file, e), e);
    }
  }

  private FileAttribute<?>[] attributes(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Whether it is in a file system as Unix has it. */
  boolean isPosix() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  StoreException damaged(Exception cause) {
    return failure("is damaged; restore the backup, or name another with --store DIR", cause);
  }

  StoreException failure(String what, Exception cause) {
    return new StoreException(this + " " + what, cause);
  }

  @Override
  public String toString() {
    return "the store " + path;
  }
}
