package chat.parley.protocol;

import chat.parley.event.RoomEvent;
import chat.parley.store.HistoryQuery;
import java.util.List;

/** What parts of a room's history read like, a line or more each. */
final class HistoryText {
  private static final String NOTHING_OLDER = "nothing older is kept";

  private final EventText events;

  HistoryText(EventText events) {
    this.events = events;
  }

  /** Writes a page, oldest first, and how one comes to what is before and behind it. */
  void write(Notice.History history, StringBuilder out) {
    List<RoomEvent.Posted> posts = history.page().posts();
    if (posts.isEmpty()) {
      line(nothing(history), out);
      return;
    }
    boolean since = history.query() instanceof HistoryQuery.Since;
    long expected = posts.get(0).number();
    if (history.page().older() && !since) {
      line("older: " + command(history) + " before #" + expected, out);
    } else if (history.page().older()) {
      expected = wanted(history.query(), expected);
    } else if (wantsOlder(history.query(), posts)) {
      line(NOTHING_OLDER, out);
    }
    for (RoomEvent.Posted posted : posts) {
      missing(posted.number() - expected, out);
      expected = posted.number() + 1;
      if (!history.unheard().contains(posted.author())) {
        events.writePast(posted, out);
      }
    }
    if (since && history.page().newer()) {
      line("newer: " + command(history) + " since #" + expected, out);
    }
  }

  /** Whether somebody wants to see what was said before the first post that there is. */
  private static boolean wantsOlder(HistoryQuery query, List<RoomEvent.Posted> posts) {
    RoomEvent.Posted first = posts.get(0);
    if (query instanceof HistoryQuery.Since since
        && since.position() instanceof HistoryQuery.AtTime at) {
      return at.time().isBefore(first.time());
    }
    return query instanceof HistoryQuery.Since
        ? wanted(query, first.number()) < first.number()
        : posts.size() < query.count();
  }

  /** The number of the first post that is wanted; {@code first} where that is not said. */
  private static long wanted(HistoryQuery query, long first) {
    return query instanceof HistoryQuery.Since since
            && since.position() instanceof HistoryQuery.AtNumber at
        ? at.number()
        : first;
  }

  private static String nothing(Notice.History history) {
    boolean anything = history.page().older() || history.page().newer();
    if (!anything) {
      return "nothing has been said in " + history.room() + " that is kept";
    }
    if (!(history.query() instanceof HistoryQuery.Since since)) {
      return NOTHING_OLDER;
    }
    return since.position() instanceof HistoryQuery.AtNumber at
        ? "there is no #" + at.number() + " yet; " + command(history) + " shows the last posts"
        : "nothing has been said since; " + command(history) + " shows the last posts";
  }

  private static String command(Notice.History history) {
    return "/history" + (history.here() ? "" : " \"" + history.room() + "\"");
  }

  private static void missing(long count, StringBuilder out) {
    if (count > 0) {
      line(count == 1 ? "1 post is missing here" : count + " posts are missing here", out);
    }
  }

  /** Writes what was found, newest first, and how one comes to the rest. */
  void write(Notice.SearchResult result, StringBuilder out) {
    List<RoomEvent.Posted> heard =
        result.page().posts().stream()
            .filter(posted -> !result.unheard().contains(posted.author()))
            .toList();
    heard.forEach(posted -> events.writePast(posted, out));
    if (result.page().more()) {
      line("older: /search more", out);
    } else if (heard.isEmpty()) {
      line(
          result.goesOn()
              ? "nothing more is found in " + result.room()
              : "nothing is found in " + result.room(),
          out);
    }
  }

  private static void line(String text, StringBuilder out) {
    out.append("* ").append(text).append('\n');
  }
}
