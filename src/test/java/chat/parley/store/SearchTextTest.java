package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTextTest {

  @Test
  void cutsRunsOfLettersAndDigits() {
    assertThat(SearchText.words(" Can't see v3.14 at example.com/a_b, can you? "))
        .containsExactly(
            "can", "t", "see", "v3", "14", "at", "example", "com", "a", "b", "can", "you");
    assertThat(SearchText.words("")).isEmpty();
    assertThat(SearchText.words("?! :-) \u2026 \uE000 \uD83D")).isEmpty();
  }

  @Test
  void saysTheSameOfAsciiWhereverItStands() {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < 0x80; c++) {
      all.append(c).append("aZ09 ").append(c).append(' ').append(c);
    }
    String ascii = all.toString();
    assertThat(SearchText.words(ascii)).isEqualTo(SearchText.words(ascii + " \u2014"));
    String longOne = "A".repeat(70) + " b";
    assertThat(SearchText.words(longOne)).isEqualTo(SearchText.words(longOne + "\u2014"));
  }

  @Test
  void looksPastCaseAccentsAndCompatibleForms() {
    assertThat(SearchText.words("\u00C9clair e\u0301clair \uFF25\uFF23\uFF2C\uFF21\uFF29\uFF32"))
        .containsOnly("eclair");
    assertThat(SearchText.words("Stra\u00DFe STRASSE")).containsOnly("strasse");
    assertThat(SearchText.words("\u0141\u00F3d\u017A lodz")).containsOnly("lodz");
    assertThat(SearchText.words("D\u0130YARBAKIR Diyarbak\u0131r")).containsOnly("diyarbakir");
    assertThat(SearchText.words("\u039F\u0394\u039F\u03A3 \u03BF\u03B4\u03CC\u03C2"))
        .containsOnly("\u03BF\u03B4\u03BF\u03C3");
    assertThat(
            SearchText.words("\u0645\u064F\u062D\u064E\u0645\u0651\u062F \u0645\u062D\u0645\u062F"))
        .containsOnly("\u0645\u062D\u0645\u062F");
  }

  @Test
  void keepsTheVowelSignsOfAScript() {
    assertThat(SearchText.words("\u0939\u093F\u0928\u094D\u0926\u0940"))
        .containsExactly("\u0939\u093F\u0928\u094D\u0926\u0940");
    assertThat(SearchText.words("\u304C")).isNotEqualTo(SearchText.words("\u304B"));
    assertThat(SearchText.words("\uD55C\uAD6D\uC5B4")).containsExactly("\uD55C\uAD6D\uC5B4");
  }

  @Test
  void makesAWordOfEveryCharacterWhereThereAreNoSpaces() {
    assertThat(SearchText.words("\u4F60\u597Dok\u30AB\u30FC\u304C"))
        .containsExactly("\u4F60", "\u597D", "ok", "\u30AB", "\u30FC", "\u304C");
    assertThat(SearchText.words("\uFF76\uFF9E")).containsExactly("\u30AC");
    assertThat(SearchText.words("\u0E14\u0E35")).containsExactly("\u0E14\u0E35");
    assertThat(SearchText.words("\u0E14\u0E35\u0E04")).containsExactly("\u0E14\u0E35", "\u0E04");
  }

  @Test
  void makesAWordOfEveryEmojiWhateverItsSkin() {
    String thumb = "\uD83D\uDC4D";
    assertThat(SearchText.words("yes" + thumb + "\uD83C\uDFFD" + thumb + "\uFE0F"))
        .containsExactly("yes", thumb, thumb);
    String france = "\uD83C\uDDEB\uD83C\uDDF7";
    String germany = "\uD83C\uDDE9\uD83C\uDDEA";
    assertThat(SearchText.words(france + germany)).containsExactly(france, germany);
  }

  @Test
  void boundsWordsAndTheirLength() {
    assertThat(SearchText.words("a ".repeat(5000))).hasSize(SearchText.MAX_WORDS);
    assertThat(SearchText.words("\u4F60".repeat(5000))).hasSize(SearchText.MAX_WORDS);
    assertThat(SearchText.words("\u0431".repeat(5000)))
        .containsExactly("\u0431".repeat(SearchText.MAX_LENGTH));
  }

  @Test
  void makesNoWordThatNeedsCareInAnyQuery() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> !allHarmless(SearchText.words("x" + Character.toString(c) + "y"))))
        .isEmpty();
  }

  private static boolean allHarmless(List<String> words) {
    return words.stream().flatMapToInt(String::codePoints).allMatch(SearchTextTest::isHarmless);
  }

  private static boolean isHarmless(int c) {
    int type = Character.getType(c);
    return c < 0x80
        ? ('a' <= c && c <= 'z') || ('0' <= c && c <= '9')
        : type != Character.PRIVATE_USE && type != Character.SURROGATE;
  }

  @Test
  void tellsAuthorsFromWords() {
    List<String> terms =
        List.of("bob", "\uFDFA", "a b", "a'b", "\\", "\u0000", "z".repeat(9000)).stream()
            .map(SearchText::author)
            .toList();
    assertThat(terms).doesNotHaveDuplicates().allMatch(it -> it.length() < 500);
    assertThat(terms).allMatch(it -> it.charAt(0) == '\uE000');
    assertThat(terms)
        .allMatch(it -> it.matches("[^\\x00-\\x7F]+|[^\\x00-\\x7F][a-z0-9\\P{ASCII}]+"));
    assertThat(Collections.frequency(terms, "\uE000bob")).isOne();
  }
}
