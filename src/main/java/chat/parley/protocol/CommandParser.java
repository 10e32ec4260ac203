package chat.parley.protocol;

import chat.parley.access.Order;
import chat.parley.access.Secret;
import chat.parley.command.Audience;
import chat.parley.command.Command;
import chat.parley.notation.NotationException;
import chat.parley.notation.NumberText;
import chat.parley.room.Content;
import java.util.Locale;
import java.util.function.Function;

/** The parser of each command: reads what follows its name. */
final class CommandParser {

  /** How many posts {@code /history} shows when it is not told. */
  private static final int DEFAULT_HISTORY = 20;

  private static final int MAX_HISTORY = 999_999_999;

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
      case IGNORE -> new Request.Give(new Order.Ignore(OrderLine.optional(rest)));
      case UNIGNORE -> order(OrderLine.unignore(rest));
      case TOPIC -> rest.isEmpty() ? new Request.AskTopic() : new Request.SetTopic(rest);
      case HISTORY -> history(rest);
      case EXTENSIONS -> new Request.Extensions();
      case REGISTER -> order(OrderLine.register(rest));
      case LOGIN -> login(rest);
      case UNREGISTER, UNREGISTER_OTHER ->
          new Request.Give(new Order.Unregister(OrderLine.optional(rest)));
      case QUIT -> new Request.Quit();
      case KICK_FROM_ROOM, KICK -> order(OrderLine.kick(rest));
      case LOCK -> new Request.Give(new Order.Lock());
      case INVITE -> order(OrderLine.invite(rest));
      case UNLOCK -> new Request.Give(new Order.Unlock());
      case OP -> order(OrderLine.becomeOperator(rest));
      case BAN -> order(OrderLine.ban(rest));
      case UNBAN -> order(OrderLine.unban(rest));
      case BANS -> new Request.Give(new Order.ListBans());
      case MUTE -> order(OrderLine.mute(rest));
      case UNMUTE -> order(OrderLine.unmute(rest));
      case CLOSE -> order(OrderLine.close(rest));
      case SAY -> order(OrderLine.say(rest));
      case SESSIONS -> order(OrderLine.sessions(rest));
      case STATS -> new Request.Give(new Order.ShowStats());
      case RELOAD -> new Request.Give(new Order.Reload());
    };
  }

  private static Request required(String rest, Function<String, Request> parse) {
    return rest.isEmpty() ? null : parse.apply(rest);
  }

  private static Request order(Order order) {
    return order == null ? null : new Request.Give(order);
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

  private static Request history(String rest) {
    return new Request.History(
        rest.isEmpty() ? DEFAULT_HISTORY : NumberText.whole(rest, 1, MAX_HISTORY));
  }

  private static Request login(String rest) {
    String[] parts = CommandLine.twoParts(rest);
    return parts[1].isEmpty() ? null : new Request.Login(parts[0], new Secret(parts[1]));
  }
}
