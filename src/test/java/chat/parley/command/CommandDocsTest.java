package chat.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every command is in a table of the documentation: how it is written, and what it does. The
 * documentation may go on with more about it, behind a mark of punctuation or in brackets.
 */
class CommandDocsTest {
  private static final Pattern ROW = Pattern.compile("\\| `/.*");

  @Test
  void protocolPageHasTheCommandsOfEverybodyAndOfOwnersOfRooms() throws IOException {
    hasRows("docs/protocol.md", Audience.EVERYBODY, Audience.ROOM);
  }

  @Test
  void operatingPageHasTheCommandsOfOperators() throws IOException {
    hasRows("docs/operating.md", Audience.OPERATOR);
  }

  private static void hasRows(String page, Audience... audiences) throws IOException {
    List<String> rows =
        Files.readString(Path.of(page)).lines().filter(ROW.asMatchPredicate()).toList();
    List<String> right = new ArrayList<>();
    for (Audience audience : audiences) {
      for (Command command : Command.of(audience)) {
        right.add(row(command, rows));
      }
    }
    assertThat(rows)
        .as("rows of commands in %s, which would be right as%n%s", page, lines(right))
        .isEqualTo(right);
  }

  /** The row of {@code rows} that is right for {@code command}, or else one that would be. */
  private static String row(Command command, List<String> rows) {
    String start = "| `" + command.usage().replace("|", "\\|") + "` | " + command.purpose();
    Pattern right = Pattern.compile(Pattern.quote(start) + "([,;:] .+| \\(.+)? \\|");
    return rows.stream().filter(right.asMatchPredicate()).findFirst().orElse(start + " |");
  }

  private static String lines(List<String> rows) {
    return Stream.of(List.of("| line | what it does |", "|---|---|"), rows)
        .flatMap(List::stream)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
