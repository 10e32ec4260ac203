package chat.parley.notation;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names of files, in settings and on the command line. Java can name files only in the encoding of
 * the locale.
 */
public final class FileNames {
  private static final String LOCALE =
      " cannot name a file where the locale has no such characters; start it with LC_ALL=C.UTF-8";

  private FileNames() {}

  /**
   * The file or folder called {@code name}.
   *
   * @throws IllegalArgumentException saying in one line why there can be no such file
   */
  public static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      boolean ascii = name.chars().allMatch(c -> c < 0x80);
      throw new IllegalArgumentException(
          NotationException.quoted(name) + (ascii ? " cannot name a file" : LOCALE), e);
    }
  }
}
