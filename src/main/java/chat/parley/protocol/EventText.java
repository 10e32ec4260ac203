package chat.parley.protocol;

import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a room's events read like, a line or more each. */
final class EventText {
  private static final DateTimeFormatter CLOCK_TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final int maxLine;

  /**
   * @param maxLine where a line that was not one, but unframed bytes, is broken
   */
  EventText(int maxLine) {
    this.maxLine = maxLine;
  }

  void write(RoomEvent event, StringBuilder out) {
    if (event instanceof RoomEvent.Posted posted) {
      write("", posted, out);
    } else if (event instanceof RoomEvent.Joined joined) {
      out.append("* ").append(joined.name()).append(" has joined\n");
    } else if (event instanceof RoomEvent.Left left) {
      out.append("* ").append(left.name()).append(" has left\n");
    } else if (event instanceof RoomEvent.Renamed renamed) {
      out.append("* ").append(renamed.oldName());
      out.append(" is now called ").append(renamed.newName()).append('\n');
    } else if (event instanceof RoomEvent.TopicSet set) {
      out.append("* ").append(set.name());
      out.append(" set the topic: ").append(set.topic()).append('\n');
    } else if (event instanceof RoomEvent.PrivateNotice told) {
      out.append("* ").append(told.text()).append('\n');
    } else if (event instanceof RoomEvent.Announced announced) {
      out.append("* ").append(announced.text()).append('\n');
    } else if (event instanceof RoomEvent.CrowdChanged crowd) {
      write(crowd, out);
    } else if (event instanceof RoomEvent.Welcomed welcomed) {
      write(welcomed, out);
    }
  }

  /** A post from the past, as the server tells of it: with the time. */
  void writePast(RoomEvent.Posted posted, StringBuilder out) {
    write("* " + CLOCK_TIME.format(posted.time()) + " ", posted, out);
  }

  private void write(String before, RoomEvent.Posted posted, StringBuilder out) {
    if (posted.content() instanceof Content.Text text) {
      said(before, posted.author(), text.text(), out);
    } else if (posted.content() instanceof Content.Action action) {
      // Not "* the server is going down", which whoever is called "the" could write.
      said(before, posted.author(), "* " + action.text(), out);
    } else if (posted.content() instanceof Content.Bytes bytes) {
      for (String line : UnframedLines.of(bytes.carried(), bytes.bytes(), maxLine)) {
        said(before, posted.author(), line, out);
      }
    }
  }

  private static void said(String before, String author, String text, StringBuilder out) {
    out.append(before).append('[').append(author).append("] ").append(text).append('\n');
  }

  private static void write(RoomEvent.CrowdChanged crowd, StringBuilder out) {
    out.append("* ");
    String separator = "";
    if (crowd.joined() > 0) {
      out.append(crowd.joined()).append(" joined");
      separator = ", ";
    }
    if (crowd.left() > 0) {
      out.append(separator).append(crowd.left()).append(" left");
      separator = ", ";
    }
    if (crowd.renamed() > 0) {
      out.append(separator).append(crowd.renamed()).append(" changed their name");
    }
    out.append("; ").append(crowd.present()).append(" are here\n");
  }

  private void write(RoomEvent.Welcomed welcomed, StringBuilder out) {
    out.append("* you are in ").append(welcomed.room()).append(" with ");
    others(welcomed, out);
    out.append('\n');
    if (!welcomed.topic().isEmpty()) {
      out.append("* topic: ").append(welcomed.topic()).append('\n');
    }
    welcomed.replay().forEach(posted -> writePast(posted, out));
  }

  private static void others(RoomEvent.Welcomed welcomed, StringBuilder out) {
    int unlisted = welcomed.unlisted();
    if (welcomed.others().isEmpty()) {
      String more = unlisted + (unlisted == 1 ? " other" : " others");
      out.append(unlisted == 0 ? "nobody else" : more);
      return;
    }
    out.append(String.join(", ", welcomed.others()));
    if (unlisted > 0) {
      out.append(" and ").append(unlisted).append(" more");
    }
  }
}
