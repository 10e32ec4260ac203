package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import chat.parley.store.HistoryPage;
import chat.parley.store.HistoryQuery;
import chat.parley.store.SearchPage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How one comes from a page of history to the next, and what is said where there is none. */
class HistoryTextTest {
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  private static final HistoryQuery LAST = new HistoryQuery.Last(2);
  private static final HistoryQuery SINCE_7 =
      new HistoryQuery.Since(new HistoryQuery.AtNumber(7), 2);

  private final LinesFormat format =
      new LinesFormat(8192, LinesStyle.NUMBERED, Clock.fixed(NOON, VIENNA));

  /** A page of a history that goes on in both directions, as somebody has asked for by number. */
  static Notice.History history(RoomEvent.Posted... posts) {
    return new Notice.History(
        "den", true, SINCE_7, new HistoryPage(List.of(posts), true, false), Set.of());
  }

  @Test
  void showsHowToComeToWhatIsOlder() {
    assertThat(shown(LAST, new HistoryPage(posts(7, 8), true, false)))
        .containsExactly(
            "* older: /history before #7", "* #7 13:00:00 [alice] 7", "* #8 13:00:00 [alice] 8");
  }

  @Test
  void showsHowToComeToWhatIsNewer() {
    assertThat(shown(SINCE_7, new HistoryPage(posts(7, 8), true, true)))
        .containsExactly(
            "* #7 13:00:00 [alice] 7", "* #8 13:00:00 [alice] 8", "* newer: /history since #9");
  }

  @Test
  void namesTheRoomThatOneIsNotIn() {
    var page = new HistoryPage(posts(7), true, false);
    assertThat(lines(new Notice.History("12", false, LAST, page, Set.of())))
        .first()
        .isEqualTo("* older: /history \"12\" before #7");
  }

  @Test
  void saysWhereThereIsNothingOlder() {
    assertThat(shown(LAST, new HistoryPage(posts(1), false, false)))
        .containsExactly("* nothing older is kept", "* #1 13:00:00 [alice] 1");
    var before = new HistoryQuery.Before(new HistoryQuery.AtNumber(1), 2);
    assertThat(shown(before, new HistoryPage(List.of(), false, true)))
        .containsExactly("* nothing older is kept");
  }

  @Test
  void doesNotSayThatToWhoHasSeenAllThatTheyWanted() {
    HistoryPage page = new HistoryPage(posts(7, 8), false, false);
    List<String> whole = List.of("* #7 13:00:00 [alice] 7", "* #8 13:00:00 [alice] 8");
    assertThat(shown(LAST, page)).isEqualTo(whole);
    assertThat(shown(SINCE_7, page)).isEqualTo(whole);
    assertThat(shown(new HistoryQuery.Since(new HistoryQuery.AtTime(NOON), 2), page))
        .isEqualTo(whole);
    var since6 = new HistoryQuery.Since(new HistoryQuery.AtNumber(6), 2);
    var sinceEarlier = new HistoryQuery.Since(new HistoryQuery.AtTime(NOON.minusMillis(1)), 2);
    for (HistoryQuery older : List.of(new HistoryQuery.Last(3), since6, sinceEarlier)) {
      assertThat(shown(older, page)).first().isEqualTo("* nothing older is kept");
    }
  }

  @Test
  void saysThatThereIsNothing() {
    HistoryPage nothing = new HistoryPage(List.of(), false, false);
    HistoryPage nothingNewer = new HistoryPage(List.of(), true, false);
    assertThat(shown(LAST, nothing)).containsExactly("* nothing has been said in den that is kept");
    assertThat(shown(SINCE_7, nothingNewer))
        .containsExactly("* there is no #7 yet; /history shows the last posts");
    assertThat(shown(new HistoryQuery.Since(new HistoryQuery.AtTime(NOON), 2), nothingNewer))
        .containsExactly("* nothing has been said since; /history shows the last posts");
  }

  @Test
  void saysHowManyPostsAreMissing() {
    assertThat(shown(LAST, new HistoryPage(posts(7, 9, 13), true, false)))
        .containsSubsequence(
            "* #7 13:00:00 [alice] 7",
            "* 1 post is missing here",
            "* #9 13:00:00 [alice] 9",
            "* 3 posts are missing here",
            "* #13 13:00:00 [alice] 13");
    assertThat(shown(SINCE_7, new HistoryPage(posts(9), true, false)))
        .containsExactly("* 2 posts are missing here", "* #9 13:00:00 [alice] 9");
  }

  @Test
  void leavesOutWhoIsIgnoredWithoutMissingWhatTheySaid() {
    HistoryPage page =
        new HistoryPage(List.of(posts(7).get(0), post(8, "mal"), posts(10).get(0)), true, false);
    assertThat(lines(new Notice.History("den", true, SINCE_7, page, Set.of("mal"))))
        .containsExactly(
            "* #7 13:00:00 [alice] 7", "* 1 post is missing here", "* #10 13:00:00 [alice] 10");
  }

  @Test
  void showsTheDateOfWhatWasNotSaidToday() {
    Instant late = Instant.parse("2026-11-27T22:59:59Z"); // a minute before midnight in Vienna
    var post = Events.posted(7, late, "alice", new Content.Deleted("bob"));
    assertThat(lines(history(post)))
        .containsExactly("* #7 2026-11-27 23:59:59 [alice] (deleted by bob)");
    var next = Events.posted(7, late.plusSeconds(1), "alice", new Content.Text("hi"));
    assertThat(lines(history(next))).containsExactly("* #7 00:00:00 [alice] hi");
  }

  @Test
  void showsWhatIsFoundAndHowToGoOn() {
    SearchPage page = new SearchPage(List.of(post(9, "bob"), post(8, "mal"), post(3, "bob")), true);
    assertThat(lines(new Notice.SearchResult("den", false, page, Set.of("mal"))))
        .containsExactly("* #9 13:00:00 [bob] 9", "* #3 13:00:00 [bob] 3", "* older: /search more");
    SearchPage none = new SearchPage(List.of(), false);
    assertThat(lines(new Notice.SearchResult("den", false, none, Set.of())))
        .containsExactly("* nothing is found in den");
    assertThat(lines(new Notice.SearchResult("den", true, none, Set.of())))
        .containsExactly("* nothing more is found in den");
  }

  private List<String> shown(HistoryQuery query, HistoryPage page) {
    return lines(new Notice.History("den", true, query, page, Set.of()));
  }

  private List<String> lines(Notice notice) {
    return format.encode(notice).utf8String().lines().toList();
  }

  private static List<RoomEvent.Posted> posts(long... numbers) {
    return LongStream.of(numbers).mapToObj(number -> post(number, "alice")).toList();
  }

  private static RoomEvent.Posted post(long number, String author) {
    return Events.posted(number, NOON, author, new Content.Text(Long.toString(number)));
  }
}
