package chat.parley.client;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way of servers to say something. Those of the Budget Chat protocol agree on {@code [name] text}
 * and on the {@code *} before everything else; what else is understood is in the words of parley,
 * or close to those of the protocol's examples.
 *
 * @param pattern of the whole line
 * @param meaning of a line that matches
 */
record LinePattern(Pattern pattern, Function<Matcher, ServerLine> meaning) {
  private static final String A_NAME = "([\\p{L}\\p{N}\\p{M}_-]+)";
  private static final String A_TIME = "(?:\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d:\\d\\d";
  private static final Pattern NAME = Pattern.compile(A_NAME);
  private static final Pattern COMMA = Pattern.compile(",");

  /**
   * What a line means is what the first that matches says. Behind a colon stands what people write,
   * in topics for example; so most have none in them.
   */
  private static final List<LinePattern> WORDINGS =
      List.of(
          means("\\[([^]\\s]+)] ?(.*)", m -> new ServerLine.Post(m.group(1), m.group(2))),
          means("(?!\\* ).*", m -> new ServerLine.Unknown()),
          means(
              "(\\* " + A_TIME + " " + A_NAME + " tells you): .*",
              m -> new ServerLine.Whisper(m.group(2), m.group(1))),
          means(
              "\\* (?:#\\d+ )?(?:\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d:\\d\\d .*",
              m -> new ServerLine.Past()),
          // Even if it is a number, that is a topic and no room of that name.
          means("\\* \\S+ set the topic: .*", m -> new ServerLine.Notice()),
          means("\\* topic: .*", m -> new ServerLine.Topic()),
          means(
              "\\* " + A_NAME + " (?:has )?(?:joined|entered)(?: the room| the chat)?[.!]?",
              m -> new ServerLine.Joined(m.group(1))),
          means(
              "\\* " + A_NAME + " (?:has )?left(?: the room| the chat)?[.!]?",
              m -> new ServerLine.Left(m.group(1))),
          means(
              "\\* " + A_NAME + " is now called (\\S+)",
              m -> new ServerLine.Renamed(m.group(1), m.group(2))),
          means("\\* you are now called (\\S+)", m -> new ServerLine.YouAre(m.group(1))),
          means(
              "\\* you are in (\\S+) with (.*?)(?: and \\d+ more)?",
              m -> new ServerLine.Welcome(m.group(1), names(m.group(2)))),
          means(
              "\\* \\d+ in \\S+: (.*)",
              m -> new ServerLine.Present(names(m.group(1).replace(" (behind)", "")))),
          means(
              "\\* " + A_NAME + ": \\d+(?:, locked)?(?:, you among them)?",
              m -> new ServerLine.Room(m.group(1))),
          means("(\\* (\\S+) tells you): .*", m -> new ServerLine.Whisper(m.group(2), m.group(1))),
          means(
              "\\* \\S+ (?:is (?:taken|reserved)|looks like \\S+, which is (?:taken|reserved)"
                  + "|mixes letters of several scripts); another name\\?",
              m -> new ServerLine.NameTaken()),
          means(
              "\\* (that is not it; )?([^:]*what is [^:]* password\\?)",
              m -> new ServerLine.PasswordAsked(m.group(2), m.group(1) != null)),
          means(
              "\\* that is not the password of \\S+; another name\\?",
              m -> new ServerLine.PasswordRefused()),
          means(
              "\\* (?:that is not it; goodbye|too many wrong passwords.*"
                  + "|you have come in from elsewhere under this name; goodbye"
                  + "|(?:you are banned|an operator disconnects you)\\b.*; goodbye"
                  + "|the server is full; .*"
                  + "|there are too many connections from your address; .*"
                  + "|too many connections have just come from your address; .*)",
              m -> new ServerLine.TurnedAway()),
          means(
              "\\* (?:\\S+ is full; try again later, or another room: .*"
                  + "|\\S+ is locked; only who is invited comes in"
                  + "|there are too many rooms to open \\S+; .*"
                  + "|\\S+ looks like \\S+, which there is; .*"
                  + "|\\S+ mixes letters of several scripts; choose another name"
                  + "|you are not let into \\S+: .*)",
              m -> new ServerLine.RoomRefused()),
          means(
              "\\* that line was over (\\d{1,9}) bytes and has not been sent",
              m -> new ServerLine.NotSaid(Integer.parseInt(m.group(1)))),
          means(
              "\\* (?:not said: .*|you are muted(?: until [^;]*)?; you can only listen"
                  + "|something went wrong, and that has not been done)",
              m -> new ServerLine.NotSaid(0)),
          means("\\* \\d+ messages? skipped", m -> new ServerLine.Skipped()),
          means("\\* [^:]*; connect again with one", m -> new ServerLine.NameRefused()),
          means(
              "\\* \\d+ (?:joined|left|changed)[^:]*; \\d+ are here",
              m -> new ServerLine.CrowdChanged()),
          means(".*", m -> new ServerLine.Notice()));

  private static LinePattern means(String regex, Function<Matcher, ServerLine> meaning) {
    return new LinePattern(Pattern.compile(regex), meaning);
  }

  /** What {@code line}, without line ends in it, means. */
  static ServerLine read(String line) {
    for (LinePattern each : WORDINGS) {
      Matcher matcher = each.pattern.matcher(line);
      if (matcher.matches()) {
        return each.meaning.apply(matcher);
      }
    }
    return new ServerLine.Unknown();
  }

  /** The names that a welcome of unknown wording lists: what is behind its last colon. */
  static List<String> namesIn(String line) {
    int colon = line.lastIndexOf(':');
    return colon < 0 ? List.of() : names(line.substring(colon + 1));
  }

  private static List<String> names(String list) {
    return COMMA.splitAsStream(list).map(String::strip).filter(NAME.asMatchPredicate()).toList();
  }
}
