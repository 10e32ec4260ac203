package chat.parley.notation;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The reason why a file cannot be used, in words for whoever has named it. */
public final class FileTrouble {
  private FileTrouble() {}

  /** Why {@code file} could not be read. */
  public static String reading(Path file, IOException e) {
    return words(file, e, "there is no such file");
  }

  /** Why {@code file}, or a folder on the way to it, could not be written, or made. */
  public static String writing(Path file, IOException e) {
    if (e instanceof FileAlreadyExistsException it) {
      return it.getFile() + " is no folder";
    }
    boolean named = e instanceof FileSystemException it && it.getFile() != null;
    Path at = named ? Path.of(((FileSystemException) e).getFile()) : file;
    return words(at, e, "nothing can be made in " + at.toAbsolutePath().getParent());
  }

  /** Why a file cannot be read; empty when it can. */
  public static Optional<String> withReading(Path file) {
    if (isSpecial(file)) {
      return Files.isReadable(file) ? Optional.empty() : Optional.of("permission denied");
    }
    return trying(() -> Files.newInputStream(file).close())
        .map(e -> reading(file, e))
        .or(() -> amiss(file));
  }

  /** Why a file cannot be written, or made where there is none; empty when it can. */
  public static Optional<String> withWriting(Path file) {
    if (isSpecial(file)) {
      return Files.isWritable(file) ? Optional.empty() : Optional.of("permission denied");
    }
    return amiss(file).or(() -> trying(() -> touch(file)).map(e -> writing(file, e)));
  }

  /** Why the files in {@code folder} could not be listed. */
  public static String listing(Path folder, IOException e) {
    if (Files.exists(folder)) {
      return e instanceof NotDirectoryException
          ? "it is no folder"
          : itself(e, "it cannot be read");
    }
    return words(folder, e, "there is no such folder");
  }

  /** Why the files in a folder cannot be listed; empty when they can. */
  public static Optional<String> withListing(Path folder) {
    return trying(() -> list(folder)).map(e -> listing(folder, e));
  }

  /** Pipes and devices, which to open may do something, or wait for somebody. */
  private static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static void list(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.iterator().forEachRemaining(each -> {});
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static void touch(Path file) throws IOException {
    if (Files.exists(file)) {
      Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND).close();
    } else {
      // Not the file itself: somebody else may be about to make it.
      Files.delete(Files.createTempFile(file.toAbsolutePath().getParent(), ".parley-", ".check"));
    }
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static Optional<IOException> trying(Attempt attempt) {
    try {
      attempt.run();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  private static String words(Path file, IOException e, String missing) {
    Optional<String> obvious = e instanceof AccessDeniedException ? Optional.empty() : amiss(file);
    return obvious.orElseGet(() -> itself(e, missing));
  }

  /** What the exception itself says. */
  private static String itself(IOException e, String otherwise) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String said = e instanceof FileSystemException it ? it.getReason() : e.getMessage();
    return said == null ? otherwise : said;
  }

  /** What is wrong with where {@code file} is, or with what is there. */
  private static Optional<String> amiss(Path file) {
    Path here = file.toAbsolutePath();
    if (Files.isDirectory(here)) {
      return Optional.of("it is a folder; name a file in it");
    }
    if (Files.isSymbolicLink(here) && Files.notExists(here)) {
      return Optional.of("it is a link to a file that does not exist");
    }
    Path missing = here;
    Path there = here.getParent();
    while (there != null && Files.notExists(there)) {
      missing = there;
      there = there.getParent();
    }
    if (there != null && !Files.isDirectory(there) && Files.exists(there)) {
      return Optional.of(there + " is no folder");
    }
    return missing.equals(here) ? Optional.empty() : Optional.of("there is no folder " + missing);
  }
}
