package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Content;
import chat.parley.event.Events;
import java.util.List;
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
