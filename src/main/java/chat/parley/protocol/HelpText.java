package chat.parley.protocol;

import chat.parley.command.Audience;
import chat.parley.command.Command;
import java.util.List;

/** The lines of {@code /help}: how each command is written and what it does, in two columns. */
final class HelpText {
  private HelpText() {}

  /** A line for each command for {@code audience}. */
  static List<String> lines(Audience audience) {
    List<Command> commands = Command.of(audience);
    int width = commands.stream().mapToInt(each -> each.usage().length()).max().orElse(0);
    return commands.stream()
        .map(each -> each.usage() + " ".repeat(width + 1 - each.usage().length()) + each.purpose())
        .toList();
  }
}
