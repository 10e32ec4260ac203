package chat.parley.client;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** The looks of an {@link Entry}: a time stamp, styles, and rows no wider than the terminal. */
final class Layout {
  private static final DateTimeFormatter CLOCK_TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final AttributedStyle NORMAL = AttributedStyle.DEFAULT;
  private static final AttributedStyle DIM = AttributedStyle.DEFAULT.faint();
  private static final AttributedStyle BOLD = AttributedStyle.DEFAULT.bold();
  private static final AttributedStyle CALLED = AttributedStyle.DEFAULT.bold().inverse();

  /** Narrower terminals than this get rows that are broken by the terminal itself. */
  private static final int MIN_WIDTH = 8;

  private final ZoneId zone;
  private final boolean colours;

  /**
   * @param colours whether names are coloured; other styles (bold, dim, inverse) are no colours
   */
  Layout(ZoneId zone, boolean colours) {
    this.zone = zone;
    this.colours = colours;
  }

  /** The line as plain text with its time, not wrapped. */
  String plain(Entry entry) {
    return stamp(entry) + entry.line();
  }

  /**
   * The rows of {@code entry}; all but the first are indented.
   *
   * @param width of the terminal, in columns
   */
  List<AttributedString> rows(Entry entry, int width) {
    AttributedString line = styled(entry);
    int usable = Math.max(MIN_WIDTH, width - 1);
    String indent = " ".repeat(usable >= 30 ? stamp(entry).length() : 2);
    List<AttributedString> rows = new ArrayList<>();
    for (Span row : WordWrap.rows(line.toString(), usable, usable - indent.length())) {
      AttributedString part = line.subSequence(row.start(), row.end());
      rows.add(
          rows.isEmpty()
              ? part
              : AttributedString.join(AttributedString.EMPTY, new AttributedString(indent), part));
    }
    return rows;
  }

  private String stamp(Entry entry) {
    return clockTime(entry.time(), zone) + " ";
  }

  /** A time of day, to the second. */
  static String clockTime(Instant time, ZoneId zone) {
    return CLOCK_TIME.format(LocalTime.ofInstant(time, zone));
  }

  private AttributedString styled(Entry entry) {
    AttributedStringBuilder line = new AttributedStringBuilder();
    line.styled(DIM, stamp(entry));
    line.styled(leadStyle(entry), entry.lead());
    AttributedStyle style = textStyle(entry.kind());
    int done = 0;
    for (Span mention : entry.mentions()) {
      line.styled(style, entry.text().substring(done, mention.start()));
      line.styled(CALLED, entry.text().substring(mention.start(), mention.end()));
      done = mention.end();
    }
    return line.styled(style, entry.text().substring(done)).toAttributedString();
  }

  private AttributedStyle leadStyle(Entry entry) {
    return switch (entry.kind()) {
      case POST -> colours ? NORMAL.foreground(Palette.colour(entry.who())) : NORMAL;
      case OWN, OWN_ACTION -> BOLD;
      case COMMAND, CLIENT, PRESENCE, SERVER -> DIM;
    };
  }

  private static AttributedStyle textStyle(Entry.Kind kind) {
    return switch (kind) {
      case PRESENCE, COMMAND, CLIENT -> DIM;
      case OWN, OWN_ACTION -> BOLD;
      case POST, SERVER -> NORMAL;
    };
  }
}
