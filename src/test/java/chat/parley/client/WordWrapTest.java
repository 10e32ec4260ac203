package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordWrapTest {

  @Test
  void breaksAtWordsAndDropsTheSpacesThere() {
    assertThat(wrapped("the quick  brown fox", 10)).containsExactly("the quick", "brown fox");
    assertThat(wrapped("exactly10! and", 10)).containsExactly("exactly10!", "and");
  }

  @Test
  void givesTheOtherRowsAWidthOfTheirOwn() {
    assertThat(rows("aaa bbb ccc ddd", 11, 7)).containsExactly("aaa bbb ccc", "ddd");
    assertThat(rows("aaa bbb ccc ddd", 3, 7)).containsExactly("aaa", "bbb ccc", "ddd");
  }

  @Test
  void breaksAWordThatIsLongerThanARow() {
    assertThat(wrapped("see https://example.org/", 10))
        .containsExactly("see", "https://ex", "ample.org/");
  }

  @Test
  void countsTwoColumnsForWideCharacters() {
    assertThat(wrapped("一二三四五六", 7)).containsExactly("一二三", "四五六");
    assertThat(wrapped("👍👍👍", 4)).containsExactly("👍👍", "👍");
    assertThat(wrapped("한국 사람", 5)).containsExactly("한국", "사람");
  }

  @Test
  void breaksBetweenIdeographsButNotAtTheWrongSideOfPunctuation() {
    assertThat(wrapped("你好世界。今天", 8)).containsExactly("你好世", "界。今天");
    assertThat(wrapped("他说「你好」吗", 6)).containsExactly("他说", "「你", "好」吗");
  }

  @Test
  void countsNothingForCombiningMarks() {
    String word = "e\u0301".repeat(5);
    assertThat(wrapped(word + " " + word, 5)).containsExactly(word, word);
  }

  @Test
  void neverBreaksInsideACharacter() {
    String family = "👨\u200D👩\u200D👧";
    assertThat(wrapped(family + family, 8)).containsExactly(family, family);
    assertThat(wrapped("👋🏽👋🏽", 5)).containsExactly("👋🏽", "👋🏽");
    assertThat(wrapped("🇩🇪🇫🇷", 5)).containsExactly("🇩🇪", "🇫🇷");
    assertThat(wrapped("ae\u0301", 1)).containsExactly("a", "e\u0301");
  }

  @Test
  void countsAsManyColumnsAsTerminalsMayUse() {
    assertThat(WordWrap.columns("❤\uFE0F")).isEqualTo(2);
    assertThat(WordWrap.columns("a你e\u0301👍")).isEqualTo(6);
  }

  @Test
  void hasOneRowForNothing() {
    assertThat(wrapped("", 10)).containsExactly("");
    assertThat(wrapped("  ", 10)).containsExactly("  ");
  }

  private static List<String> wrapped(String text, int width) {
    return rows(text, width, width);
  }

  private static List<String> rows(String text, int first, int others) {
    return WordWrap.rows(text, first, others).stream()
        .map(row -> text.substring(row.start(), row.end()))
        .toList();
  }
}
