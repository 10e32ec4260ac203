package chat.parley.wire;

import chat.parley.room.Content;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads lines that may be commands, and knows which commands there are. */
final class CommandLine {

  /**
   * A command.
   *
   * @param usage how it is written
   * @param purpose what it does, for the help text
   * @param parse reads what follows the command's name; null when that makes no sense
   */
  private record Command(
      String name, String usage, String purpose, Function<String, Request> parse) {}

  /** How many posts {@code /history} shows when it is not told. */
  private static final int DEFAULT_HISTORY = 20;

  private static final List<Command> COMMANDS =
      List.of(
          new Command("help", "/help", "shows this", rest -> answer(new Notice.Help())),
          new Command("nick", "/nick NEW", "changes your name", required(Request.Nick::new)),
          new Command(
              "me",
              "/me DOES",
              "says what you do: /me waves",
              required(does -> new Request.Say(new Content.Action(does)))),
          new Command(
              "who", "/who", "lists who is here, and who is behind", rest -> new Request.Who()),
          new Command("join", "/join ROOM", "goes to another room", required(CommandLine::join)),
          new Command("rooms", "/rooms", "lists the rooms", rest -> new Request.Rooms()),
          new Command(
              "msg", "/msg NAME TEXT", "says something to one person", CommandLine::whisper),
          new Command(
              "topic",
              "/topic [TEXT]",
              "shows or sets what the room is about",
              rest -> rest.isEmpty() ? new Request.AskTopic() : new Request.SetTopic(rest)),
          new Command("history", "/history [N]", "shows the last posts", CommandLine::history),
          new Command(
              "extensions",
              "/extensions",
              "lists what extends this room",
              rest -> new Request.Extensions()),
          new Command("quit", "/quit", "leaves", rest -> new Request.Quit()));

  private static final Map<String, Command> BY_NAME =
      COMMANDS.stream().collect(Collectors.toUnmodifiableMap(Command::name, each -> each));

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
    String rest = line.substring(space).strip();
    Command command = BY_NAME.get(name.toLowerCase(Locale.ROOT));
    if (command == null) {
      return answer(new Notice.UnknownCommand(name));
    }
    Request request = command.parse().apply(rest);
    return request != null ? request : answer(new Notice.Usage(command.usage()));
  }

  static Request say(String line) {
    return new Request.Say(new Content.Text(line));
  }

  /** A line for each command: how it is written and what it does. */
  static List<String> help() {
    return COMMANDS.stream()
        .map(each -> String.format(Locale.ROOT, "%-15s %s", each.usage(), each.purpose()))
        .toList();
  }

  private static Request answer(Notice notice) {
    return new Request.Answer(notice);
  }

  private static Function<String, Request> required(Function<String, Request> parse) {
    return rest -> rest.isEmpty() ? null : parse.apply(rest);
  }

  private static Request join(String room) {
    return new Request.Join(room.startsWith("#") ? room.substring(1) : room);
  }

  private static Request whisper(String rest) {
    int space = firstSpace(rest);
    return space == rest.length()
        ? null
        : new Request.Whisper(rest.substring(0, space), rest.substring(space).strip());
  }

  /** Where the first white space is; the end, if there is none. */
  private static int firstSpace(String text) {
    int at = 0;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static Request history(String rest) {
    if (rest.isEmpty()) {
      return new Request.History(DEFAULT_HISTORY);
    }
    return rest.matches("[1-9][0-9]{0,8}") ? new Request.History(Integer.parseInt(rest)) : null;
  }
}
