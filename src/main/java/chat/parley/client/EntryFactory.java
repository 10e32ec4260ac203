package chat.parley.client;

import chat.parley.command.Command;
import java.time.Clock;
import java.util.List;

/** The maker of {@link Entry entries} of what is heard, typed, and told by the client itself. */
final class EntryFactory {
  private static final String ME = Command.ME.word() + " ";

  private final Clock clock;

  EntryFactory(Clock clock) {
    this.clock = clock;
  }

  /**
   * What the server has sent.
   *
   * @param line harmless
   * @param me what the user is called; empty when nothing yet
   */
  Entry heard(String line, ServerLine heard, String me) {
    if (heard instanceof ServerLine.Post post) {
      List<Span> mentions =
          post.who().equalsIgnoreCase(me) ? List.of() : Mentions.of(me, post.text());
      return entry(Entry.Kind.POST, post.who(), post.text(), mentions);
    }
    if (heard instanceof ServerLine.Whisper whisper) {
      return server(line, List.of(new Span(0, whisper.lead().length())));
    }
    if (heard instanceof ServerLine.Joined
        || heard instanceof ServerLine.Left
        || heard instanceof ServerLine.Renamed
        || heard instanceof ServerLine.CrowdChanged
        || heard instanceof ServerLine.Welcome) {
      return entry(Entry.Kind.PRESENCE, "", line, List.of());
    }
    return server(line, heard instanceof ServerLine.Notice ? Mentions.of(me, line) : List.of());
  }

  private Entry server(String line, List<Span> mentions) {
    return entry(Entry.Kind.SERVER, "", line, mentions);
  }

  /**
   * What the user has typed, as the server will understand it, without secrets.
   *
   * @param commands whether the server takes a line that begins with {@code /} for a command
   */
  Entry typed(String line, String me, boolean commands) {
    String text = SafeLine.of(line);
    if (!commands || !text.startsWith("/")) {
      return entry(Entry.Kind.OWN, me, text, List.of());
    }
    if (text.startsWith("//")) {
      return entry(Entry.Kind.OWN, me, text.substring(1), List.of());
    }
    return text.startsWith(ME)
        ? entry(Entry.Kind.OWN_ACTION, me, text.substring(ME.length()).strip(), List.of())
        : entry(Entry.Kind.COMMAND, me, Secrets.hidden(text), List.of());
  }

  /** What the client has to say itself. */
  Entry client(String text) {
    return entry(Entry.Kind.CLIENT, "", SafeLine.of(text), List.of());
  }

  private Entry entry(Entry.Kind kind, String who, String text, List<Span> mentions) {
    return new Entry(clock.instant(), kind, who, text, mentions);
  }
}
