package chat.parley.protocol;

import chat.parley.access.Order;
import chat.parley.access.Secret;
import chat.parley.event.Content;
import chat.parley.notation.NotationException;
import chat.parley.notation.NumberText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Which commands there are, how each is written, and what it asks for. */
final class Commands {

  /**
   * A command.
   *
   * @param usage how it is written
   * @param purpose what it does, for the help text
   * @param parse reads what follows the command's name; null when that makes no sense, and a {@link
   *     NotationException} that says why
   */
  record Command(Audience audience, String usage, String purpose, Function<String, Request> parse) {
    String name() {
      return usage.split("[ /]", 3)[1];
    }
  }

  /** How many posts {@code /history} shows when it is not told. */
  private static final int DEFAULT_HISTORY = 20;

  private static final int MAX_HISTORY = 999_999_999;

  private static final List<Command> ALL =
      List.of(
          everybody(
              "/help [room|operator]", "shows this, or the commands of others", Commands::help),
          everybody("/nick NEW", "changes your name", required(Request.Nick::new)),
          everybody("/me DOES", "says what you do: /me waves", required(Commands::action)),
          everybody("/who", "lists who is here, and who is behind", alone(Request.Who::new)),
          everybody("/join ROOM", "goes to another room", required(Commands::join)),
          everybody("/rooms", "lists the rooms", alone(Request.Rooms::new)),
          everybody("/msg NAME TEXT", "says something to one person", Commands::whisper),
          everybody("/ignore [NAME]", "hears nothing more from NAME", Commands::ignore),
          everybody("/unignore NAME", "hears NAME again", order(OrderLine::unignore)),
          everybody("/topic [TEXT]", "shows or sets what the room is about", Commands::topic),
          everybody("/history [N]", "shows the last posts", Commands::history),
          everybody("/extensions", "lists what extends this room", alone(Request.Extensions::new)),
          everybody("/register PASSWORD", "keeps your name for you", Commands::register),
          everybody("/login NAME PASSWORD", "takes a name that you registered", Commands::login),
          everybody("/unregister", "gives your registered name up", Commands::unregister),
          everybody("/quit", "leaves", alone(Request.Quit::new)),
          room("/kick NAME [WHY]", "sends somebody out of your room", order(OrderLine::kick)),
          room("/lock", "lets only those in whom you invite", plain(Order.Lock::new)),
          room("/invite NAME", "lets somebody in, and tells them", order(OrderLine::invite)),
          room("/unlock", "lets everybody in again", plain(Order.Unlock::new)),
          operator("/op PASSWORD", "makes you an operator", order(OrderLine::becomeOperator)),
          operator("/kick NAME [WHY]", "disconnects somebody", order(OrderLine::kick)),
          operator(
              "/ban NAME|ADDRESS[/BITS] [TIME] [WHY]",
              "keeps somebody out, for 30m, 2h, 7d or ever",
              order(OrderLine::ban)),
          operator("/unban NAME|ADDRESS[/BITS]", "ends a ban", order(OrderLine::unban)),
          operator("/bans", "lists bans and mutes", plain(Order.ListBans::new)),
          operator("/mute NAME [TIME]", "lets somebody only listen", order(OrderLine::mute)),
          operator("/unmute NAME", "ends that", order(OrderLine::unmute)),
          operator("/close ROOM", "sends everybody out of a room", order(OrderLine::close)),
          operator("/say TEXT", "says something to everybody", order(OrderLine::say)),
          operator(
              "/sessions [START]",
              "lists who is here from where, whose name or address begins so",
              order(OrderLine::sessions)),
          operator("/stats", "shows how the server is", plain(Order.ShowStats::new)),
          operator("/unregister NAME", "frees a registered name", Commands::unregister),
          operator("/reload", "reads the configuration again", plain(Order.Reload::new)));

  private static final Map<String, Command> BY_NAME =
      ALL.stream()
          .collect(Collectors.toUnmodifiableMap(Command::name, each -> each, (one, same) -> one));

  private Commands() {}

  private static Command everybody(String usage, String purpose, Function<String, Request> parse) {
    return new Command(Audience.EVERYBODY, usage, purpose, parse);
  }

  private static Command room(String usage, String purpose, Function<String, Request> parse) {
    return new Command(Audience.ROOM, usage, purpose, parse);
  }

  private static Command operator(String usage, String purpose, Function<String, Request> parse) {
    return new Command(Audience.OPERATOR, usage, purpose, parse);
  }

  /** The command called {@code name}, in whatever case. */
  static Optional<Command> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  /** A line for each command for those: how it is written and what it does. */
  static List<String> help(Audience audience) {
    List<Command> commands = ALL.stream().filter(each -> each.audience() == audience).toList();
    int width = commands.stream().mapToInt(each -> each.usage().length()).max().orElse(0);
    return commands.stream()
        .map(each -> each.usage() + " ".repeat(width + 1 - each.usage().length()) + each.purpose())
        .toList();
  }

  private static Function<String, Request> required(Function<String, Request> parse) {
    return rest -> rest.isEmpty() ? null : parse.apply(rest);
  }

  private static Function<String, Request> alone(Supplier<Request> request) {
    return rest -> request.get();
  }

  private static Function<String, Request> plain(Supplier<Order> order) {
    return rest -> new Request.Give(order.get());
  }

  private static Function<String, Request> order(Function<String, Order> parse) {
    return rest -> {
      Order order = parse.apply(rest);
      return order == null ? null : new Request.Give(order);
    };
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

  private static Request ignore(String rest) {
    return new Request.Give(new Order.Ignore(OrderLine.optional(rest)));
  }

  private static Request topic(String rest) {
    return rest.isEmpty() ? new Request.AskTopic() : new Request.SetTopic(rest);
  }

  private static Request history(String rest) {
    return new Request.History(
        rest.isEmpty() ? DEFAULT_HISTORY : NumberText.whole(rest, 1, MAX_HISTORY));
  }

  private static Request register(String rest) {
    return rest.isEmpty() ? null : new Request.Give(new Order.Register(new Secret(rest)));
  }

  private static Request unregister(String rest) {
    return new Request.Give(new Order.Unregister(OrderLine.optional(rest)));
  }

  private static Request login(String rest) {
    String[] parts = CommandLine.twoParts(rest);
    return parts[1].isEmpty() ? null : new Request.Login(parts[0], new Secret(parts[1]));
  }
}
