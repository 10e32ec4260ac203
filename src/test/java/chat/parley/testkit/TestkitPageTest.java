package chat.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What docs/testkit.md shows is compiled and tested: every snippet stands in a test, line by line.
 */
class TestkitPageTest {
  private static final Path PAGE = Path.of("docs/testkit.md");
  private static final Path TESTS = Path.of("src/test/java/chat/parley");
  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void showsNothingThatIsNotInATest() throws IOException {
    List<String> snippets =
        SNIPPET
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult found) -> unindented(found.group(1)))
            .toList();
    assertThat(snippets).isNotEmpty();
    try (Stream<Path> files = Files.walk(TESTS)) {
      List<String> tests = files.filter(Files::isRegularFile).map(TestkitPageTest::read).toList();
      assertThat(snippets)
          .allSatisfy(snippet -> assertThat(tests).anyMatch(test -> test.contains(snippet)));
    }
  }

  private static String read(Path file) {
    try {
      return unindented(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unindented(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
  }
}
