package chat.parley.protocol;

import chat.parley.cases.Cases;
import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.notation.PastTime;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a room's events read like, a line or more each. */
final class EventText {
  private static final Cases<Target, RoomEvent, Void> EVENTS =
      Cases.<Target, RoomEvent, Void>of(RoomEvent.class)
          .run(RoomEvent.Posted.class, (out, posted) -> out.events().writeLive(posted, out.text()))
          .run(RoomEvent.Joined.class, (out, joined) -> out.line(joined.name(), " has joined"))
          .run(RoomEvent.Left.class, (out, left) -> out.line(left.name(), " has left"))
          .run(
              RoomEvent.Renamed.class,
              (out, it) -> out.line(it.oldName(), " is now called ", it.newName()))
          .run(
              RoomEvent.TopicSet.class,
              (out, set) -> out.line(set.name(), " set the topic: ", set.topic()))
          .run(
              RoomEvent.PostDeleted.class,
              (out, it) ->
                  out.line(
                      out.events().isForPrograms()
                          ? "deleted #" + it.number() + " " + it.room() + " by " + it.name()
                          : it.name() + " deleted #" + it.number()))
          .run(
              RoomEvent.EpochChanged.class,
              (out, it) ->
                  out.events().sync(it.room(), it.epoch(), it.lastNumber(), "changed", out.text()))
          .run(RoomEvent.PrivateNotice.class, (out, notice) -> out.line(notice.text()))
          .run(RoomEvent.NotSaid.class, (out, not) -> out.line("not said: ", not.why()))
          .run(
              RoomEvent.ExtensionDisabled.class,
              (out, it) -> out.line(it.extension(), " has failed too often and is put aside"))
          .run(
              RoomEvent.Recovered.class,
              (out, it) -> out.line("something went wrong here just now; the room goes on"))
          .run(RoomEvent.CrowdChanged.class, (out, crowd) -> write(crowd, out.text()))
          .run(
              RoomEvent.Welcomed.class, (out, welcomed) -> out.events().write(welcomed, out.text()))
          .build();

  /** Where lines are written. */
  private record Target(EventText events, StringBuilder text) {
    void line(String... parts) {
      text.append("* ");
      for (String part : parts) {
        text.append(part);
      }
      text.append('\n');
    }
  }

  private final int maxLine;
  private final LinesStyle style;
  private final Clock clock;

  /**
   * @param maxLine where a line that was not one, but unframed bytes, is broken
   * @param clock says which day is today, and in which zone
   */
  EventText(int maxLine, LinesStyle style, Clock clock) {
    this.maxLine = maxLine;
    this.style = style;
    this.clock = clock;
  }

  private boolean isForPrograms() {
    return style == LinesStyle.SYNC;
  }

  void write(RoomEvent event, StringBuilder out) {
    EVENTS.apply(new Target(this, out), event);
  }

  private void writeLive(RoomEvent.Posted posted, StringBuilder out) {
    write(number(posted), posted, out);
  }

  /** A post from the past, as the server tells of it: with the time. */
  void writePast(RoomEvent.Posted posted, StringBuilder out) {
    write("* " + number(posted) + time(posted.time()) + " ", posted, out);
  }

  private String number(RoomEvent.Posted posted) {
    return style == LinesStyle.PLAIN ? "" : "#" + posted.number() + " ";
  }

  private String time(Instant time) {
    return isForPrograms()
        ? time.truncatedTo(ChronoUnit.SECONDS).toString()
        : PastTime.text(time, clock);
  }

  private void sync(String room, String epoch, long number, String what, StringBuilder out) {
    if (isForPrograms()) {
      out.append("* sync ").append(room).append(' ').append(epoch).append(' ').append(number);
      out.append(' ').append(what).append('\n');
    }
  }

  private void write(String before, RoomEvent.Posted posted, StringBuilder out) {
    Content content = posted.content();
    if (content instanceof Content.Text text) {
      said(before, posted.author(), text.text(), out);
    } else if (content instanceof Content.Action action) {
      // Not "* the server is going down", which whoever is called "the" could write.
      said(before, posted.author(), "* " + action.text(), out);
    } else if (content instanceof Content.Deleted deleted) {
      said(before, posted.author(), deleted.text(), out);
    } else {
      Content.Bytes bytes = (Content.Bytes) content;
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
    RoomEvent.Continuity continuity = welcomed.continuity();
    sync(
        welcomed.room(),
        continuity.epoch(),
        continuity.lastNumber(),
        continuity.resumed() ? "resumed" : "anew",
        out);
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
