package chat.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation shows is taken from files that are compiled and tested. */
class DocsTest {
  private static final Pattern SNIPPET =
      Pattern.compile("^```(?:java|xml|hocon)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void showsOnlyCodeThatIsInTheSources() throws IOException {
    List<String> sources =
        Stream.of("docs/examples/src", "src/main").flatMap(DocsTest::texts).toList();
    List<String> examples =
        Stream.of("docs/examples/pom.xml", "docs/examples/parley.conf")
            .map(DocsTest::text)
            .toList();
    List<String> snippets =
        SNIPPET
            .matcher(Files.readString(Path.of("docs/extending.md")))
            .results()
            .map(found -> spacedAlike(found.group(1)))
            .toList();

    assertThat(snippets).hasSizeGreaterThan(5);
    assertThat(snippets)
        .allSatisfy(
            snippet ->
                assertThat(Stream.of(sources, examples).flatMap(List::stream))
                    .as("files with the snippet")
                    .anyMatch(source -> source.contains(snippet)));
  }

  private static Stream<String> texts(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(Files::isRegularFile)
          .map(Path::toString)
          .map(DocsTest::text)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String file) {
    try {
      return spacedAlike(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String spacedAlike(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
