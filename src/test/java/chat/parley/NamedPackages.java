package chat.parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packages of parley that source files name. Classes do not show all of that: javac copies the
 * value of a constant from one into another, and nothing is left of where it came from.
 */
final class NamedPackages {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
  private static final Pattern OWN = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern NAMED =
      Pattern.compile("\\b(chat\\.parley(?:\\.[a-z]\\w*)*)\\.(?:[A-Z]|\\*)");

  private NamedPackages() {}

  /** What the files below {@code folder} name that they may not use, one line each. */
  static List<String> forbidden(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> forbidden(file.getFileName().toString(), text(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> forbidden(String file, String text) {
    String own =
        OWN.matcher(text)
            .results()
            .map(found -> found.group(1))
            .findFirst()
            .orElseThrow(() -> new AssertionError(file + " is in no package"));
    return NAMED
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .distinct()
        .filter(named -> !ArchitectureRules.mayUse(own, named))
        .map(named -> file + " of " + own + " names " + named);
  }

  private static String text(Path file) {
    try {
      return COMMENT.matcher(Files.readString(file)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
