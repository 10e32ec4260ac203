package chat.parley.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "7", "alice", "Bob42", "小明", "हिन्दी", "é", "e\u0301", "ภาษาไทย", "العربية", "𝒜𝒷",
        "٣٤", "קָמָץ", "ß", "Nguyễn"
      })
  void takesLettersAndDigitsOfAnyScript(String name) {
    assertThat(Names.isPersonName(Names.shown(name), 32)).isTrue();
    assertThat(Names.isRoomName(Names.shown(name), 32)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "bob ",
        "a b",
        "bob\t",
        "[bob]",
        "bob:",
        "*",
        "😀",
        "#lobby",
        "a\u200db",
        "a\u200b",
        "a\u202eb",
        "a\u00a0b",
        "\u2800",
        "\uFFFD",
        "\u0301a",
        "a\u20dd",
        "a\u0300\u0301\u0302\u0303"
      })
  void refusesWhatIsNoLetterOrDigitAndMarksThatStackUp(String name) {
    assertThat(Names.isPersonName(Names.shown(name), 32)).isFalse();
    assertThat(Names.isRoomName(Names.shown(name), 32)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x034F, 0x115F, 0x1160, 0x180B, 0x180F, 0x3164, 0xFE0F, 0xFFA0, 0xE0100})
  void refusesWhatLooksLikeAnotherNameBecauseAPartOfItIsNotToBeSeen(int invisible) {
    String name = Names.shown("alice" + Character.toString(invisible));
    assertThat(Names.isPersonName(name, 32)).isFalse();
    assertThat(Names.isRoomName(name, 32)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tea-room", "tea_room", "-", "_7"})
  void takesAHyphenAndAnUnderscoreForRoomsOnly(String name) {
    assertThat(Names.isRoomName(name, 32)).isTrue();
    assertThat(Names.isPersonName(name, 32)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "明", "𝒜", "e\u0301", "हि", "q\u0301\u0323"})
  void countsCharactersAsPeopleDo(String character) {
    assertThat(Names.isPersonName(Names.shown(character.repeat(32)), 32)).isTrue();
    assertThat(Names.isPersonName(Names.shown(character.repeat(33)), 32)).isFalse();
  }

  @Test
  void showsANameComposedButOtherwiseAsItWasGiven() {
    assertThat(Names.shown("Rene\u0301E")).isEqualTo("Ren\u00e9E");
    assertThat(Names.shown("ﬁＡ")).isEqualTo("ﬁＡ");
  }

  @ParameterizedTest
  @CsvSource({
    "bob, BOB",
    "Émile, éMILE",
    "\u00e9, e\u0301",
    "straße, STRASSE",
    "straße, STRAẞE",
    "ΟΔΟΣ, οδος",
    "οδοσ, οδος",
    "Ａlice, alice",
    "ﬁn, FIN",
    "İ, I\u0307",
    "K, k"
  })
  void takesNamesThatDifferInCaseOrCompositionForTheSame(String one, String other) {
    assertThat(Names.same(one, other)).isTrue();
  }

  @Test
  void takesEveryLetterForTheSameInBothCasesAndHoweverItIsComposed() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(Character::isLetter)
        .mapToObj(Character::toString)
        .forEach(
            letter ->
                assertThat(
                        Stream.of(
                            letter.toUpperCase(Locale.ROOT),
                            letter.toLowerCase(Locale.ROOT),
                            Character.toString(Character.toTitleCase(letter.codePointAt(0))),
                            Normalizer.normalize(letter, Normalizer.Form.NFD)))
                    .as("U+%04X", letter.codePointAt(0))
                    .allMatch(other -> Names.same(letter, other)));
  }

  @ParameterizedTest
  @CsvSource({"bob, rob", "e, é", "İ, i", "bob, bob2", "明, 名"})
  void takesOtherNamesForDifferent(String one, String other) {
    assertThat(Names.same(one, other)).isFalse();
  }
}
