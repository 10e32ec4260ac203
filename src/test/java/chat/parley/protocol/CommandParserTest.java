package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.Argument;
import chat.parley.command.Command;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks the table of commands: each has a parser, which takes what the table says. */
class CommandParserTest {
  /** By how an argument is written: one that is not {@code 1}. */
  private static final Map<String, String> SAMPLES =
      Map.of(
          "[TIME]", "1m", "on|off", "on", "before|since", "since", "WHEN", "1d", "[ROOM]", "den");

  @ParameterizedTest
  @EnumSource
  void readsEachCommandWithAllItsArguments(Command command) {
    String rest =
        command.arguments().stream()
            .map(each -> SAMPLES.getOrDefault(each.usage(), "1"))
            .collect(Collectors.joining(" "));
    assertThat(CommandParser.parse(command, rest)).isNotNull();
    assertThat(CommandLine.parse(command.word() + " " + rest))
        .hasSameClassAs(CommandParser.parse(command, rest));
  }

  @ParameterizedTest
  @EnumSource
  void wantsEachArgumentThatHasNoBrackets(Command command) {
    boolean complete = command.arguments().stream().noneMatch(Argument::isRequired);
    // Without them it is the other command of that word.
    boolean another = command == Command.UNREGISTER_OTHER || command == Command.HISTORY_FROM;
    assertThat(CommandParser.parse(command, "") != null).isEqualTo(complete || another);
  }
}
