package chat.parley.wire;

import chat.parley.room.Content;
import java.util.Optional;

/** Reads lines that may be commands. */
final class CommandLine {
  private CommandLine() {}

  /** What is wanted with {@code line}; {@code //x} says {@code /x}. */
  static Request parse(String line) {
    if (!line.startsWith("/")) {
      return say(line);
    }
    if (line.startsWith("//")) {
      return say(line.substring(1));
    }
    int space = firstSpace(line);
    String name = line.substring(1, space);
    Optional<Commands.Command> command = Commands.named(name);
    if (command.isEmpty()) {
      return new Request.Answer(new Notice.UnknownCommand(name));
    }
    Request request = command.get().parse().apply(line.substring(space).strip());
    return request != null ? request : new Request.Answer(new Notice.Usage(command.get().usage()));
  }

  static Request say(String line) {
    return new Request.Say(new Content.Text(line));
  }

  /** The first word, and what follows it; either may be empty. */
  static String[] twoParts(String text) {
    int space = firstSpace(text);
    return new String[] {text.substring(0, space), text.substring(space).strip()};
  }

  /** Where the first white space is; the end, if there is none. */
  private static int firstSpace(String text) {
    int at = 0;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
