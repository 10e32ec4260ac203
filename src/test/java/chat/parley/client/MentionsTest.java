package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MentionsTest {

  @Test
  void findsANameAsAWordInWhateverCase() {
    assertThat(Mentions.of("bob", "Bob: ask bob, or @BOB's friend"))
        .containsExactly(new Span(0, 3), new Span(9, 12), new Span(18, 21));
  }

  @Test
  void ignoresANameInsideAnotherWord() {
    assertThat(found("bob", "bobby, kebob, bob2, bob_")).isEmpty();
    assertThat(found("हि", "हिन्दी")).isEmpty();
  }

  @Test
  void findsNamesWhereWordsHaveNoSpaces() {
    assertThat(found("小明", "请小明看一下")).containsExactly("小明");
    assertThat(found("민수", "민수야 안녕")).containsExactly("민수");
  }

  @Test
  void findsNothingForSomebodyWithoutAName() {
    assertThat(Mentions.of("", "anything")).isEmpty();
  }

  private static List<String> found(String name, String text) {
    return Mentions.of(name, text).stream()
        .map(span -> text.substring(span.start(), span.end()))
        .toList();
  }
}
