package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.command.Argument;
import chat.parley.command.Command;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks the table of commands: each has a parser, which takes what the table says. */
class CommandParserTest {

  @ParameterizedTest
  @EnumSource
  void readsEachCommandWithAllItsArguments(Command command) {
    String rest =
        command.arguments().stream()
            .map(each -> each.usage().equals("[TIME]") ? "1m" : "1")
            .collect(Collectors.joining(" "));
    assertThat(CommandParser.parse(command, rest)).isNotNull();
    assertThat(CommandLine.parse(command.word() + " " + rest))
        .isEqualTo(CommandParser.parse(command, rest));
  }

  @ParameterizedTest
  @EnumSource
  void wantsEachArgumentThatHasNoBrackets(Command command) {
    boolean complete = command.arguments().stream().noneMatch(Argument::isRequired);
    // Without a name it is the other command of that word.
    boolean another = command == Command.UNREGISTER_OTHER;
    assertThat(CommandParser.parse(command, "") != null).isEqualTo(complete || another);
  }
}
