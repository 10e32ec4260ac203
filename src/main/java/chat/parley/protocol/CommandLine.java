package chat.parley.protocol;

import chat.parley.command.Command;
import chat.parley.event.Content;
import chat.parley.notation.NotationException;
import chat.parley.text.PlainText;
import chat.parley.text.Visible;
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
    if (SyncArguments.isSync(line)) {
      return SyncArguments.parse(line);
    }
    int space = firstSpace(line);
    String name = PlainText.clean(line.substring(1, space));
    Optional<Command> command = Command.named(name);
    if (command.isEmpty()) {
      return new Request.Answer(new Notice.UnknownCommand(name));
    }
    try {
      Request request = CommandParser.parse(command.get(), text(line.substring(space)));
      return request != null
          ? request
          : new Request.Answer(new Notice.Usage(command.get().usage()));
    } catch (NotationException e) {
      return new Request.Answer(new Notice.Miswritten(e.getMessage()));
    }
  }

  static Request say(String line) {
    return new Request.Say(new Content.Text(line));
  }

  /** The first word, and what follows it; either may be empty. */
  static String[] twoParts(String text) {
    int space = firstSpace(text);
    return new String[] {text(text.substring(0, space)), text(text.substring(space))};
  }

  /**
   * A part of a line as a text of its own, without the space around it; empty when there is nothing
   * to see of it.
   */
  private static String text(String part) {
    String text = PlainText.clean(part.strip());
    return Visible.anythingIn(text) ? text : "";
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
