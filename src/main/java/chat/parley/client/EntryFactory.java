package chat.parley.client;

import chat.parley.command.Command;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
      return post("", post, me);
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
    boolean mayCall =
        heard instanceof ServerLine.Notice
            || heard instanceof ServerLine.Topic
            || heard instanceof ServerLine.NotSaid;
    return server(line, mayCall ? Mentions.of(me, line) : List.of());
  }

  /**
   * What somebody says.
   *
   * @param mark its number as it is shown, with a space behind it; empty for none
   * @param me what the user is called; empty when nothing yet
   */
  Entry post(String mark, ServerLine.Post post, String me) {
    List<Span> mentions =
        post.who().equalsIgnoreCase(me) ? List.of() : Mentions.of(me, post.text());
    return new Entry(clock.instant(), Entry.Kind.POST, mark, post.who(), post.text(), mentions);
  }

  /**
   * What somebody said at {@code time}, with that time; the date too when it was not today.
   *
   * @param mark as for {@link #post}
   * @param said {@code [name] text}
   * @param me whom it may call; empty when it is known to whoever would be called
   */
  Entry past(String mark, Instant time, String said, String me) {
    String lead = "* " + mark + when(time) + " ";
    ServerLine.Post post = (ServerLine.Post) LinePattern.read(said);
    int start = lead.length() + said.length() - post.text().length();
    List<Span> mentions =
        post(mark, post, me).mentions().stream()
            .map(each -> new Span(start + each.start(), start + each.end()))
            .toList();
    return server(lead + said, mentions);
  }

  private String when(Instant time) {
    ZoneId zone = clock.getZone();
    LocalDate day = LocalDate.ofInstant(time, zone);
    boolean today = day.equals(LocalDate.ofInstant(clock.instant(), zone));
    return (today ? "" : day + " ") + Layout.clockTime(time, zone);
  }

  /** What the server says otherwise. */
  Entry server(String text) {
    return server("* " + text, List.of());
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
    return new Entry(clock.instant(), kind, "", who, text, mentions);
  }
}
