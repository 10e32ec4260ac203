package chat.parley;

import chat.parley.notation.NotationException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the names of files, in settings and on the command line. Java can name files only in the
 * encoding of the locale.
 */
final class FileNames implements ITypeConverter<Path> {
  private static final String LOCALE =
      " cannot name a file where the locale has no such characters; start it with LC_ALL=C.UTF-8";

  @Override
  public Path convert(String name) {
    try {
      return path(name);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /**
   * @throws IllegalArgumentException saying in one line why there can be no such file
   */
  static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      boolean ascii = name.chars().allMatch(c -> c < 0x80);
      throw new IllegalArgumentException(
          NotationException.quoted(name) + (ascii ? " cannot name a file" : LOCALE), e);
    }
  }
}
