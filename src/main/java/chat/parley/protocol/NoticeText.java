package chat.parley.protocol;

import chat.parley.cases.Cases;
import chat.parley.command.Audience;
import chat.parley.text.PlainText;
import java.time.Clock;

/**
 * What the server's notices read like: a line or more each, every one beginning with {@code * }.
 */
final class NoticeText {
  private static final Cases<Target, Notice, Void> LINES =
      Cases.<Target, Notice, Void>of(Notice.class)
          .run(Notice.AboutName.class, (out, notice) -> out.line(NameText.of(notice, out.clock())))
          .run(Notice.AboutAccess.class, (out, notice) -> out.line(AccessText.of(notice)))
          .run(Notice.AboutRoom.class, (out, notice) -> out.line(RoomText.of(notice)))
          .run(Notice.AboutConnection.class, (out, notice) -> out.line(ConnectionText.of(notice)))
          .run(Notice.Help.class, (out, help) -> help(help.audience(), out))
          .run(Notice.MessageOfTheDay.class, (out, it) -> it.text().lines().forEach(out::clean))
          .run(
              Notice.Rooms.class,
              (out, rooms) -> rooms.rooms().forEach(room -> out.line(roomLine(room))))
          .run(Notice.History.class, (out, it) -> out.history().write(it, out.text()))
          .run(Notice.SearchResult.class, (out, it) -> out.history().write(it, out.text()))
          .run(
              Notice.Result.class,
              (out, result) -> OutcomeText.of(result.outcome()).forEach(out::clean))
          .build();

  /** Where lines are written. */
  private record Target(HistoryText history, Clock clock, StringBuilder text) {
    void line(String line) {
      text.append("* ").append(line).append('\n');
    }

    void clean(String line) {
      line(PlainText.clean(line));
    }
  }

  private final HistoryText history;
  private final Clock clock;

  /**
   * @param clock says which day is today, and in which zone
   */
  NoticeText(EventText events, Clock clock) {
    this.history = new HistoryText(events);
    this.clock = clock;
  }

  void write(Notice notice, StringBuilder out) {
    LINES.apply(new Target(history, clock, out), notice);
  }

  private static void help(Audience audience, Target out) {
    HelpText.lines(audience).forEach(out::line);
    if (audience == Audience.EVERYBODY) {
      out.line("/help room lists what you can do in a room that you have made");
    }
  }

  private static String roomLine(Notice.RoomLine room) {
    return room.name()
        + ": "
        + room.people()
        + (room.locked() ? ", locked" : "")
        + (room.here() ? ", you among them" : "");
  }
}
