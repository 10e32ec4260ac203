package chat.parley.client;

import java.util.Collection;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes {@code /commands} at the beginning of a line, rooms after /join, names elsewhere. */
final class Completion implements Completer {

  /** What parley's servers understand; {@code /quit} is the client's own. */
  static final List<String> COMMANDS =
      List.of(
          "/extensions",
          "/help",
          "/history",
          "/join",
          "/me",
          "/msg",
          "/nick",
          "/quit",
          "/rooms",
          "/topic",
          "/who");

  private final Roster roster;

  Completion(Roster roster) {
    this.roster = roster;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line.wordIndex() > 0) {
      add(line.words().get(0).equals("/join") ? roster.rooms() : roster.names(), "", candidates);
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
