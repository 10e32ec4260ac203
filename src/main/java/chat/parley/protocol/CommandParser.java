package chat.parley.protocol;

import chat.parley.access.Secret;
import chat.parley.command.Audience;
import chat.parley.command.Command;
import chat.parley.event.Content;
import chat.parley.notation.NotationException;
import chat.parley.store.SearchQueryParser;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;

/** The parser of each command: reads what follows its name. */
final class CommandParser {

  private CommandParser() {}

  /**
   * What {@code command} asks for with {@code rest} behind its name; null when something is missing
   * there.
   *
   * @throws NotationException saying in one line what is written as it cannot be
   */
  static Request parse(Command command, String rest) {
    return switch (command) {
      case HELP -> help(rest);
      case NICK -> required(rest, Request.Nick::new);
      case ME -> required(rest, CommandParser::action);
      case WHO -> new Request.Who();
      case JOIN -> required(rest, CommandParser::join);
      case ROOMS -> new Request.Rooms();
      case MSG -> whisper(rest);
      case IGNORE -> new Request.Ignore(CommandArguments.optional(rest));
      case UNIGNORE -> CommandArguments.unignore(rest);
      case TOPIC -> rest.isEmpty() ? new Request.AskTopic() : new Request.SetTopic(rest);
      case HISTORY, HISTORY_FROM ->
          HistoryArguments.parse(rest, Clock.system(ZoneId.systemDefault()));
      case SEARCH -> required(rest, CommandParser::search);
      case DELETE -> required(rest, CommandParser::delete);
      case NUMBERS -> numbers(rest);
      case EXTENSIONS -> new Request.Extensions();
      case REGISTER -> CommandArguments.register(rest);
      case LOGIN -> login(rest);
      case UNREGISTER, UNREGISTER_OTHER -> new Request.Unregister(CommandArguments.optional(rest));
      case QUIT -> new Request.Quit();
      case KICK_FROM_ROOM, KICK -> CommandArguments.kick(rest);
      case LOCK -> new Request.Lock();
      case INVITE -> CommandArguments.invite(rest);
      case UNLOCK -> new Request.Unlock();
      case OP -> CommandArguments.becomeOperator(rest);
      case BAN -> CommandArguments.ban(rest);
      case UNBAN -> CommandArguments.unban(rest);
      case BANS -> new Request.ListBans();
      case MUTE -> CommandArguments.mute(rest);
      case UNMUTE -> CommandArguments.unmute(rest);
      case CLOSE -> CommandArguments.close(rest);
      case SAY -> CommandArguments.say(rest);
      case SESSIONS -> CommandArguments.sessions(rest);
      case STATS -> new Request.ShowStats();
      case RELOAD -> new Request.Reload();
    };
  }

  private static Request required(String rest, Function<String, Request> parse) {
    return rest.isEmpty() ? null : parse.apply(rest);
  }

  private static Request help(String rest) {
    return switch (rest.toLowerCase(Locale.ROOT)) {
      case "room" -> new Request.Answer(new Notice.Help(Audience.ROOM));
      case "operator" -> new Request.Answer(new Notice.Help(Audience.OPERATOR));
      default -> new Request.Answer(new Notice.Help(Audience.EVERYBODY));
    };
  }

  private static Request action(String does) {
    return new Request.Say(new Content.Action(does));
  }

  private static Request join(String room) {
    return new Request.Join(room.startsWith("#") ? room.substring(1) : room);
  }

  private static Request whisper(String rest) {
    String[] parts = CommandLine.twoParts(rest);
    return parts[1].isEmpty() ? null : new Request.Whisper(parts[0], parts[1]);
  }

  private static Request search(String words) {
    return words.equalsIgnoreCase("more")
        ? new Request.SearchMore()
        : new Request.Search(SearchQueryParser.parse(words));
  }

  private static Request delete(String rest) {
    String[] parts = CommandLine.twoParts(rest);
    return new Request.Delete(HistoryArguments.number(parts[0]), parts[1]);
  }

  private static Request numbers(String rest) {
    return switch (rest.toLowerCase(Locale.ROOT)) {
      case "on" -> new Request.Answer(new Notice.Numbers(true));
      case "off" -> new Request.Answer(new Notice.Numbers(false));
      default -> null;
    };
  }

  private static Request login(String rest) {
    String[] parts = CommandLine.twoParts(rest);
    return parts[1].isEmpty() ? null : new Request.Login(parts[0], new Secret(parts[1]));
  }
}
