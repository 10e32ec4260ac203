package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.notation.NotationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchQueryParserTest {

  private static void finds(String text, List<List<String>> phrases, String... author) {
    assertThat(SearchQueryParser.parse(text))
        .isEqualTo(new SearchQuery(phrases, List.of(author).stream().findFirst()));
  }

  private static void fails(String text, String message) {
    assertThatThrownBy(() -> SearchQueryParser.parse(text))
        .isInstanceOf(NotationException.class)
        .hasMessage(message);
  }

  @Test
  void readsWordsPhrasesAndAuthors() {
    finds("Bees  honey", List.of(List.of("bees"), List.of("honey")));
    finds("\"the bees\" are", List.of(List.of("the", "bees"), List.of("are")));
    finds("from:Bob", List.of(), "bob");
    finds("FROM:\"Bob\" bees", List.of(List.of("bees")), "bob");
    finds("from:bob from:BOB bees", List.of(List.of("bees")), "bob");
    finds("x\"from:bob\"y", List.of(List.of("x"), List.of("from", "bob"), List.of("y")));
  }

  @Test
  void looksForWhatIsTypedTogetherAsItStands() {
    finds("example.com", List.of(List.of("example", "com")));
    finds("\u4F60\u597D", List.of(List.of("\u4F60", "\u597D")));
    finds("\u4F60\u3000\u597D", List.of(List.of("\u4F60"), List.of("\u597D")));
  }

  @Test
  void takesTheQuotesOfTelephones() {
    finds("\u201Cthe bees\u201D", List.of(List.of("the", "bees")));
  }

  @Test
  void passesOverPunctuationBesideWords() {
    finds("bees !! \"\"", List.of(List.of("bees")));
  }

  @Test
  void saysWhatIsWrong() {
    fails(
        "  ",
        "there is nothing to look for; name something, such as words, \"an exact phrase\" or"
            + " from:NAME, or several of these");
    fails("?!", "\"?!\" is not something to look for: it has no words");
    fails("a \"b c", "the quote before \"b c\" is not closed; put another behind the phrase");
    fails("from: bob", "from: is not followed by a name; write it like from:alice");
    fails("from:\" \" a", "from: is not followed by a name; write it like from:alice");
    fails("from:bob from:eve", "a post is from one person; write from: once only");
    fails("a ".repeat(33), "that is too much to look for; name 32 words at most");
    assertThat(SearchQueryParser.parse("a ".repeat(32)).authorKey()).isEqualTo(Optional.empty());
  }
}
