package chat.parley.client;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * Completes {@code /commands} at the beginning of a line, rooms after commands that take one,
 * nothing where a secret belongs, and names elsewhere.
 */
final class Completion implements Completer {

  /** What parley's servers understand; {@code /quit} is the client's own. */
  static final List<String> COMMANDS =
      List.of(
          "/ban",
          "/bans",
          "/close",
          "/extensions",
          "/help",
          "/history",
          "/ignore",
          "/invite",
          "/join",
          "/kick",
          "/lock",
          "/login",
          "/me",
          "/msg",
          "/mute",
          "/nick",
          "/op",
          "/quit",
          "/register",
          "/reload",
          "/rooms",
          "/say",
          "/sessions",
          "/stats",
          "/topic",
          "/unban",
          "/unignore",
          "/unlock",
          "/unmute",
          "/unregister",
          "/who");

  private static final Set<String> WITH_ROOM = Set.of("/join", "/close");
  private static final Set<String> WITH_SECRET = Set.of("/register", "/op");

  private final Roster roster;

  Completion(Roster roster) {
    this.roster = roster;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line.wordIndex() > 0) {
      String command = line.words().get(0);
      boolean secret =
          WITH_SECRET.contains(command) || (command.equals("/login") && line.wordIndex() > 1);
      if (!secret) {
        add(WITH_ROOM.contains(command) ? roster.rooms() : roster.names(), "", candidates);
      }
    } else if (line.word().startsWith("/")) {
      add(COMMANDS, "", candidates);
    } else {
      add(roster.names(), ":", candidates);
    }
  }

  /**
   * @param after what is put behind what was completed, together with a space
   */
  private static void add(Collection<String> values, String after, List<Candidate> candidates) {
    for (String value : values) {
      candidates.add(new Candidate(value + after, value, null, null, null, null, true));
    }
  }
}
