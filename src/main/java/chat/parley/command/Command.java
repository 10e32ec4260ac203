package chat.parley.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands that users type: for whom each is, how it is written, and what it does. Where
 * several have the same name, who gives it, or what follows, decides which is meant.
 */
public enum Command {
  HELP(Audience.EVERYBODY, "/help [room|operator]", "shows this, or the commands of others"),
  NICK(Audience.EVERYBODY, "/nick NEW", "changes your name"),
  ME(Audience.EVERYBODY, "/me DOES", "says what you do: /me waves"),
  WHO(Audience.EVERYBODY, "/who", "lists who is here, and who is behind"),
  JOIN(Audience.EVERYBODY, "/join ROOM", "goes to another room"),
  ROOMS(Audience.EVERYBODY, "/rooms", "lists the rooms"),
  MSG(Audience.EVERYBODY, "/msg NAME TEXT", "says something to one person"),
  IGNORE(Audience.EVERYBODY, "/ignore [NAME]", "hears nothing more from NAME"),
  UNIGNORE(Audience.EVERYBODY, "/unignore NAME", "hears NAME again"),
  TOPIC(Audience.EVERYBODY, "/topic [TEXT]", "shows or sets what the room is about"),
  HISTORY(Audience.EVERYBODY, "/history [ROOM] [N]", "shows the last posts, here or in ROOM"),
  HISTORY_FROM(
      Audience.EVERYBODY,
      "/history [ROOM] before|since WHEN [N]",
      "shows older ones: 14:03, yesterday, 2026-11-28, 2h, #12"),
  SEARCH(Audience.EVERYBODY, "/search WORDS|more", "finds posts in this room, newest first"),
  DELETE(Audience.EVERYBODY, "/delete #NUMBER [WHY]", "takes back what a post says"),
  NUMBERS(Audience.EVERYBODY, "/numbers on|off", "shows the numbers of posts"),
  EXTENSIONS(Audience.EVERYBODY, "/extensions", "lists what extends this room"),
  REGISTER(Audience.EVERYBODY, "/register PASSWORD", "keeps your name for you"),
  LOGIN(Audience.EVERYBODY, "/login NAME PASSWORD", "takes a name that you registered"),
  UNREGISTER(Audience.EVERYBODY, "/unregister", "gives your registered name up"),
  QUIT(Audience.EVERYBODY, "/quit", "leaves"),

  KICK_FROM_ROOM(Audience.ROOM, "/kick NAME [WHY]", "sends somebody out of your room"),
  LOCK(Audience.ROOM, "/lock", "lets only those in whom you invite"),
  INVITE(Audience.ROOM, "/invite NAME", "lets somebody in, and tells them"),
  UNLOCK(Audience.ROOM, "/unlock", "lets everybody in again"),

  OP(Audience.OPERATOR, "/op PASSWORD", "makes you an operator"),
  KICK(Audience.OPERATOR, "/kick NAME [WHY]", "disconnects somebody"),
  BAN(
      Audience.OPERATOR,
      "/ban NAME|ADDRESS[/BITS] [TIME] [WHY]",
      "keeps somebody out, for 30m, 2h, 7d or ever"),
  UNBAN(Audience.OPERATOR, "/unban NAME|ADDRESS[/BITS]", "ends a ban"),
  BANS(Audience.OPERATOR, "/bans", "lists bans and mutes"),
  MUTE(Audience.OPERATOR, "/mute NAME [TIME]", "lets somebody only listen"),
  UNMUTE(Audience.OPERATOR, "/unmute NAME", "ends that"),
  CLOSE(Audience.OPERATOR, "/close ROOM", "sends everybody out of a room"),
  SAY(Audience.OPERATOR, "/say TEXT", "says something to everybody"),
  SESSIONS(
      Audience.OPERATOR,
      "/sessions [START]",
      "lists who is here from where, whose name or address begins so"),
  STATS(Audience.OPERATOR, "/stats", "shows how the server is"),
  UNREGISTER_OTHER(Audience.OPERATOR, "/unregister NAME", "frees a registered name"),
  RELOAD(Audience.OPERATOR, "/reload", "reads the configuration again");

  private static final Map<String, Command> BY_WORD =
      Stream.of(values())
          .collect(Collectors.toUnmodifiableMap(Command::word, each -> each, (one, same) -> one));

  private final Audience audience;
  private final String usage;
  private final String purpose;
  private final String word;

  Command(Audience audience, String usage, String purpose) {
    this.audience = audience;
    this.usage = usage;
    this.purpose = purpose;
    this.word = usage.split(" ", 2)[0];
  }

  /** The command called {@code name}, in whatever case; of several with the same name the first. */
  public static Optional<Command> named(String name) {
    return Optional.ofNullable(BY_WORD.get("/" + name.toLowerCase(Locale.ROOT)));
  }

  /** The commands for {@code audience}, in the order in which they are explained. */
  public static List<Command> of(Audience audience) {
    return Stream.of(values()).filter(each -> each.audience == audience).toList();
  }

  /** How it is written: its word, and what stands for its arguments. */
  public String usage() {
    return usage;
  }

  /** What it does, in a few words. */
  public String purpose() {
    return purpose;
  }

  /** What a line that gives it begins with, such as {@code /kick}. */
  public String word() {
    return word;
  }

  /** What follows its word; the last one goes on to the end of the line. */
  public List<Argument> arguments() {
    return Stream.of(usage.split(" ")).skip(1).map(Argument::new).toList();
  }

  /**
   * The argument that a word of a line belongs to.
   *
   * @param position of the word, 1 for the first behind the command's own
   */
  public Optional<Argument> argumentAt(int position) {
    List<Argument> arguments = arguments();
    return arguments.isEmpty()
        ? Optional.empty()
        : Optional.of(arguments.get(Math.min(position, arguments.size()) - 1));
  }
}
