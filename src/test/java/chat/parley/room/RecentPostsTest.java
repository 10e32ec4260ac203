package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import chat.parley.store.HistoryPage;
import chat.parley.store.HistoryQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentPostsTest {

  @Test
  void keepsTheLastPostsOldestFirst() {
    RecentPosts recent = after(new RecentPosts(3, 1000), "a", "b", "c", "d");
    assertThat(texts(recent, 10)).containsExactly("b", "c", "d");
    assertThat(texts(recent, 3)).containsExactly("b", "c", "d");
    assertThat(texts(recent, 2)).containsExactly("c", "d");
    assertThat(texts(recent, 0)).isEmpty();
    assertThat(texts(recent, Integer.MAX_VALUE)).hasSize(3);
  }

  @Test
  void keepsNoMoreBytesThanItMay() {
    // A char counts as two bytes.
    assertThat(texts(after(new RecentPosts(9, 12), "aa", "bb", "cc"), 9))
        .containsExactly("aa", "bb", "cc");
    assertThat(texts(after(new RecentPosts(9, 11), "aa", "bb", "cc"), 9))
        .containsExactly("bb", "cc");
    assertThat(texts(after(new RecentPosts(9, 12), "a", "bb", "ccccc"), 9))
        .containsExactly("ccccc");
  }

  @Test
  void keepsNothingOfAPostThatAloneIsTooLarge() {
    RecentPosts recent = after(new RecentPosts(9, 10), "a", "bbbbbb");
    assertThat(texts(recent, 9)).isEmpty();
    assertThat(texts(after(recent, "c"), 9)).containsExactly("c");
  }

  @Test
  void keepsNothingWhenItMayNot() {
    assertThat(texts(after(new RecentPosts(0, 1000), "a"), 9)).isEmpty();
    assertThat(texts(after(new RecentPosts(9, 0), "a"), 9)).isEmpty();
  }

  @Test
  void findsAPageByNumberAndByTime() {
    RecentPosts recent = new RecentPosts(4, 1000);
    for (int i = 1; i <= 5; i++) {
      recent.add(
          Events.posted(
              i, Instant.EPOCH.plusSeconds(i), "alice", new Content.Text(Integer.toString(i))));
    }
    HistoryQuery.Position three = new HistoryQuery.AtNumber(3);
    HistoryQuery.Position four = new HistoryQuery.AtTime(Instant.EPOCH.plusSeconds(4));
    assertPage(recent, new HistoryQuery.Last(2), true, false, 4, 5);
    assertPage(recent, new HistoryQuery.Last(9), false, false, 2, 3, 4, 5);
    assertPage(recent, new HistoryQuery.Before(four, 1), true, true, 3);
    assertPage(recent, new HistoryQuery.Before(three, 9), false, true, 2);
    assertPage(recent, new HistoryQuery.Since(three, 2), true, true, 3, 4);
    assertPage(recent, new HistoryQuery.Since(four, 9), true, false, 4, 5);
    assertPage(recent, new HistoryQuery.Since(new HistoryQuery.AtNumber(6), 9), true, false);
    assertPage(recent, new HistoryQuery.Before(new HistoryQuery.AtNumber(1), 9), false, true);
  }

  private static void assertPage(
      RecentPosts recent, HistoryQuery query, boolean older, boolean newer, long... numbers) {
    HistoryPage page = recent.page(query);
    assertThat(page.posts().stream().mapToLong(RoomEvent.Posted::number))
        .as("%s", query)
        .containsExactly(LongStream.of(numbers).boxed().toArray(Long[]::new));
    assertThat(page.older()).as("%s", query).isEqualTo(older);
    assertThat(page.newer()).as("%s", query).isEqualTo(newer);
  }

  private static RecentPosts after(RecentPosts recent, String... texts) {
    for (String text : texts) {
      recent.add(Events.said(1, text));
    }
    return recent;
  }

  private static List<String> texts(RecentPosts recent, int count) {
    return recent.last(count).stream().map(post -> ((Content.Text) post.content()).text()).toList();
  }
}
