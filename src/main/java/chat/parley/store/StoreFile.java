package chat.parley.store;

import chat.parley.notation.FileTrouble;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Where a {@link Store} is, and what is wrong with it when it cannot be opened or written. */
final class StoreFile {
  /** It holds kilobytes, all of which are also in memory elsewhere. */
  private static final int CACHE_MEGABYTES = 1;

  /** How large a store is in which nothing has been written yet. */
  private static final int HEADER_BYTES = 8192;

  /** Null for a store in memory. */
  private final Path path;

  private final String scheme;

  private StoreFile(Path path, String scheme) {
    this.path = path;
    this.scheme = scheme;
  }

  static StoreFile at(Path path) {
    return new StoreFile(path, "");
  }

  /**
   * A file that the library is to reach through one of its file systems.
   *
   * @param scheme such as {@code "nio:"}
   */
  static StoreFile at(Path path, String scheme) {
    return new StoreFile(path, scheme);
  }

  /** The file in a folder, which is made for nobody else to read. */
  static StoreFile in(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder, owned(folder, "rwx------"));
      }
    } catch (IOException e) {
      throw new StoreException(
          "the store %s cannot be opened: %s"
              .formatted(folder, FileTrouble.writing(folder.resolve("parley.db"), e)),
          e);
    }
    return at(folder.resolve("parley.db"));
  }

  static StoreFile none() {
    return new StoreFile(null, "");
  }

  /**
   * @throws StoreException when it cannot be used
   */
  MVStore open() {
    // Nothing is written unless it is told to: there is no thread that does.
    MVStore.Builder builder = new MVStore.Builder().autoCommitDisabled().autoCommitBufferSize(0);
    if (path == null) {
      return builder.open();
    }
    Optional<String> trouble = FileTrouble.withReading(path);
    if (trouble.isPresent()) {
      throw cannotOpen(trouble.get(), null);
    }
    if (!Files.isRegularFile(path)) {
      throw new StoreException(this + " is no ordinary file; name one that is");
    }
    // The library would open it for reading only.
    FileTrouble.withWriting(path)
        .ifPresent(
            why -> {
              throw cannotOpen(why, null);
            });
    long size = path.toFile().length();
    MVStore store;
    try {
      store = builder.fileName(scheme + path.toAbsolutePath()).cacheSize(CACHE_MEGABYTES).open();
    } catch (RuntimeException e) {
      throw failure(e);
    }
    if (size > HEADER_BYTES && store.getMapNames().isEmpty()) {
      // The library takes a file with a header and nothing else that is whole for a new one.
      store.closeImmediately();
      throw damaged(null);
    }
    return store;
  }

  /**
   * Makes the file, empty, for nobody else to read, unless there is one.
   *
   * @throws StoreException when it cannot be made
   */
  void create() {
    if (path == null) {
      return;
    }
    try {
      Files.createFile(path, owned(path, "rw-------"));
    } catch (FileAlreadyExistsException e) {
      // So it is opened as it is.
    } catch (IOException e) {
      throw cannotOpen(FileTrouble.writing(path, e), e);
    }
  }

  private static FileAttribute<?>[] owned(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private StoreException cannotOpen(String why, Exception e) {
    return new StoreException(this + " cannot be opened: " + why, e);
  }

  /** What the operator is told of a failure inside the library. */
  StoreException failure(RuntimeException e) {
    int code = e instanceof MVStoreException it ? it.getErrorCode() : DataUtils.ERROR_INTERNAL;
    if (code == DataUtils.ERROR_FILE_LOCKED) {
      return new StoreException(
          this + " is in use by another process; stop that one or name another file", e);
    }
    if (e.getCause() instanceof IOException cause && !(cause instanceof EOFException)) {
      return new StoreException(
          code == DataUtils.ERROR_WRITING_FAILED
              ? this + " cannot be written: " + FileTrouble.writing(path, cause)
              : this + " cannot be read: " + FileTrouble.reading(path, cause),
          e);
    }
    return new StoreException(
        this
            + " is damaged, or is no store of parley; put a copy in its place or name another file",
        e);
  }

  private StoreException damaged(RuntimeException e) {
    return new StoreException(
        this
            + " is damaged, or is no store of parley; put a copy in its place or name another file",
        e);
  }

  @Override
  public String toString() {
    return path == null ? "the store in memory" : "the store " + path;
  }
}
