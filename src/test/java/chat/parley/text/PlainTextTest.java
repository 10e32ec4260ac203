package chat.parley.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  private static final String ENGLAND = flag("gbeng");
  private static final String ACUTE = "\u0301";

  @Test
  void isTheSameObjectWhereThereIsNothingToClean() {
    for (String text : List.of("", "plain old text, {as} ever~", "naïve\t小明 हैं e\u0301 😀")) {
      assertThat(PlainText.clean(text)).isSameAs(text);
    }
  }

  @Test
  void dropsEveryControlCharacterButTab() {
    for (char c = 0; c < 0xA0; c++) {
      boolean control = c < 0x20 || c >= 0x7F;
      String kept = control && c != '\t' ? "ab" : "a" + c + "b";
      assertThat(PlainText.clean("a" + c + "b")).as("U+%04X", (int) c).isEqualTo(kept);
    }
  }

  @Test
  void takesTheEscapeOutOfAnEscapeSequence() {
    assertThat(PlainText.clean("\u001b[31mred\u001b]0;title\u0007 \u009b2J"))
        .isEqualTo("[31mred]0;title 2J");
  }

  @Test
  void dropsTheLineEndsThatAreNotControlCharacters() {
    assertThat(PlainText.clean("a\u2028[bob] hi\u2029b")).isEqualTo("a[bob] hib");
  }

  @ParameterizedTest(name = "U+{0}")
  @ValueSource(strings = {"202A", "202B", "202C", "202D", "202E"})
  void dropsWhatEmbedsOrOverridesADirection(String code) {
    assertThat(PlainText.clean("[" + c(code) + "txt" + c(code) + "]")).isEqualTo("[txt]");
  }

  @ParameterizedTest(name = "U+{0}")
  @ValueSource(strings = {"2066", "2067", "2068"})
  void closesAtTheEndTheIsolatesThatAreLeftOpen(String code) {
    String open = c(code);
    assertThat(PlainText.clean("a" + open + "b")).isEqualTo("a" + open + "b\u2069");
    assertThat(PlainText.clean(open + "a" + open + "b\u2069"))
        .isEqualTo(open + "a" + open + "b\u2069\u2069");
  }

  @Test
  void leavesIsolatesAloneThatAreClosed() {
    String text = "a \u2066b \u2067c\u2069 d\u2069 e \u2068f\u2069";
    assertThat(PlainText.clean(text)).isSameAs(text);
  }

  @Test
  void dropsWhatClosesAnIsolateThatIsNotOpen() {
    assertThat(PlainText.clean("\u2069a\u2066b\u2069\u2069c\u2069")).isEqualTo("a\u2066b\u2069c");
  }

  @Test
  void doesNotGrowWithoutEndByClosing() {
    String text = PlainText.clean("a\u2066".repeat(4000) + "x" + "\u2069".repeat(3999));
    assertThat(text).hasSize(4000 + 1 + 2 * 16).endsWith("\u2069");
    assertThat(PlainText.clean("\u2066".repeat(4000))).hasSize(2 * 16);
  }

  @ParameterizedTest(name = "U+{0}")
  @ValueSource(
      strings = {
        "FEFF", "FDD0", "FDEF", "FFFE", "FFFF", "1FFFE", "1FFFF", "8FFFF", "10FFFE", "10FFFF",
        "206A", "206F", "FFF9", "FFFB", "E0000", "E0001", "E0020", "E0061", "E007F"
      })
  void dropsWhatIsNotMeantForTexts(String code) {
    assertThat(PlainText.clean("a" + c(code) + "b")).isEqualTo("ab");
    assertThat(PlainText.clean(c(code))).isEmpty();
  }

  @ParameterizedTest(name = "U+{0}")
  @ValueSource(
      strings = {
        "9", "A0", "AD", "200B", "200C", "200D", "200E", "200F", "061C", "2060", "FE0E", "FE0F",
        "FDCF", "FDF0", "FFFD", "E000", "F8FF", "E0100", "1F3F4", "1FFFD", "0378"
      })
  void keepsTheirNeighbours(String code) {
    String text = "a" + c(code) + "b";
    assertThat(PlainText.clean(text)).isEqualTo(text);
  }

  @Test
  void writesAReplacementForHalfACharacter() {
    assertThat(PlainText.clean("a\uD83Db")).isEqualTo("a\uFFFDb");
    assertThat(PlainText.clean("\uDE00")).isEqualTo("\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "naïve 小明 한국어 ไม่เป็นไร ที่นี่ ก็ได้ Tiếng Việt",
        "Tiê\u0301ng Viê\u0323\u0302t o\u0302\u0323\u031b",
        "עברית בְּרֵאשִׁ֖ית בָּרָ֣א שָּֽׁ֣",
        "العربية بِسْمِ ٱللَّٰهِ ٱلرَّحْمَٰنِ \u200Fabc\u200E",
        "نمی\u200Cخواهم کتاب\u200Cها",
        "हिन्दी क्ष\u094d\u200dर ज़िन्दगी শ্রীমান্ தமிழ் മലയാളം",
        "བོད་ཡིག ཧཱུྃ རྐྵྨླྺྼྻྂ ཧྐྵྨླྺྼྻྂ",
        "မြန်မာ လွှဲ့ ခြုံ့ ភាសាខ្មែរ ᨠᩕ᩠ᨠᩮᩬᩥ᩠᩶ᩅ",
        "👩‍👩‍👧 👩🏽‍🔬 ❤️ ❤️‍🔥 1️⃣ 👨🏽‍🤝‍👨🏻 🧑🏿‍🦱 🏳️‍🌈 🏴‍☠️ 🇪🇺🇺🇳",
        "葛󠄀城 \u1820\u180b ℵ⃝ \u20ac",
        "a \u2068עברית\u2069 b"
      })
  void keepsTheTextsOfEveryScript(String text) {
    assertThat(PlainText.clean(text)).isEqualTo(text);
  }

  @Test
  void keepsTheTagsOfFlagsAndNoOthers() {
    for (String region : List.of("gbeng", "gbsct", "gbwls", "usca", "fr971", "cn11", "abc")) {
      assertThat(PlainText.clean("go " + flag(region) + "!")).isEqualTo("go " + flag(region) + "!");
    }
    assertThat(PlainText.clean("a" + tags("gbeng") + "b")).isEqualTo("ab");
    assertThat(PlainText.clean("😀" + tags("gbeng"))).isEqualTo("😀");
    assertThat(PlainText.clean(ENGLAND + tags("gbeng"))).isEqualTo(ENGLAND);
    assertThat(PlainText.clean("🏴" + tags("hidden letter"))).isEqualTo("🏴");
    assertThat(PlainText.clean("🏴" + tags("gb"))).isEqualTo("🏴");
    assertThat(PlainText.clean("🏴" + tags("abcdefgh"))).isEqualTo("🏴");
    assertThat(PlainText.clean("🏴" + tags("GBENG"))).isEqualTo("🏴");
    String cut = ENGLAND.substring(0, ENGLAND.length() - 2);
    assertThat(PlainText.clean(cut)).isEqualTo("🏴");
    assertThat(PlainText.clean(cut + "x")).isEqualTo("🏴x");
  }

  @Test
  void cutsAStackOfMarksToFour() {
    String four = ACUTE.repeat(4);
    assertThat(PlainText.clean("a" + four + "b" + four)).isEqualTo("a" + four + "b" + four);
    assertThat(PlainText.clean("a" + ACUTE.repeat(5))).isEqualTo("a" + four);
    assertThat(PlainText.clean("xy" + ACUTE.repeat(900) + "z" + ACUTE))
        .isEqualTo("xy" + four + "z" + ACUTE);
    assertThat(PlainText.clean(ACUTE.repeat(9))).isEqualTo(four);
    assertThat(PlainText.clean("😀" + "\u20dd".repeat(9))).isEqualTo("😀" + "\u20dd".repeat(4));
    assertThat(PlainText.clean("ก" + "\u0e47".repeat(30))).isEqualTo("ก" + "\u0e47".repeat(4));
    assertThat(PlainText.clean("\u0f40" + "\u0f90".repeat(30)))
        .isEqualTo("\u0f40" + "\u0f90".repeat(8));
  }

  @Test
  void whatIsNotSeenIsNoLetterWithMarksOfItsOwn() {
    for (String unseen : List.of("\u200d", "\u200b", "\u2060", "\u034f", "\ufe0f", "\u202e")) {
      String stack = PlainText.clean("a" + (ACUTE.repeat(3) + unseen).repeat(20));
      assertThat(stack.replaceAll("[^\u0301]", "").length()).as(unseen).isBetween(3, 4);
    }
  }

  @Test
  void cleansTheSameTextTheSameTwice() {
    String nasty = "\u2066a" + ACUTE.repeat(9) + "\u202e\u2069\u2069" + tags("x") + ENGLAND;
    String clean = PlainText.clean(nasty);
    assertThat(PlainText.clean(clean)).isSameAs(clean);
  }

  @RepeatedTest(300)
  void keepsItsPromisesWhateverItIsGiven(RepetitionInfo seed) {
    String text = nasty(new Random(seed.getCurrentRepetition()));
    String clean = PlainText.clean(text);
    assertThat(clean)
        .doesNotContainPattern("[\\p{Cc}\\p{Cs}&&[^\\t]]")
        .doesNotContainPattern(
            "[\\u2028-\\u202e\\u206a-\\u206f\\ufeff\\p{IsNoncharacter_Code_Point}]")
        .doesNotContainPattern("a[\\u0301\\u200d]*(\\u0301\\u200d*){5}");
    assertThat(clean.replace(ENGLAND, "")).doesNotContainPattern("[\\x{E0000}-\\x{E007F}]");
    int open = 0;
    for (int c : clean.chars().toArray()) {
      open += c >= '\u2066' && c <= '\u2068' ? 1 : c == '\u2069' ? -1 : 0;
      assertThat(open).isNotNegative();
    }
    assertThat(open).isZero();
    assertThat(PlainText.clean(clean)).isEqualTo(clean);
    byte[] bytes = text.getBytes(UTF_8);
    assertThat(PlainText.read(bytes, 0, bytes.length)).isEqualTo(clean.replace('\uFFFD', '?'));
  }

  private static String nasty(Random random) {
    List<String> pieces =
        List.of(
            "a",
            " ",
            "é",
            "小",
            "😀",
            "🏴",
            ENGLAND,
            tags("gbeng"),
            ACUTE,
            ACUTE.repeat(7),
            "\u200d",
            "\u2066",
            "\u2067",
            "\u2068",
            "\u2069",
            "\u202e",
            "\u202c",
            "\u2028",
            "\ufeff",
            "\uffff",
            "\ud83d",
            "\udc00",
            "\u001b[",
            "\t",
            "\u009b",
            c("E0001"),
            c("1FFFE"));
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "61 62, ab, ASCII",
    "61 09 62, a\tb, a tab",
    "61 1B 62, ab, an escape",
    "61 7F 62, ab, a delete",
    "61 E2 80 AE 62, ab, an override of direction",
    "61 E2 81 A7 62, a\u2067b\u2069, an isolate left open",
    "C3 A9 E5 B0 8F F0 9F 98 80, é小😀, characters of two three and four bytes",
    "61 FF 62, a\uFFFDb, no such byte",
    "61 80 62, a\uFFFDb, a continuation of nothing",
    "61 C0 AF 62, a\uFFFD\uFFFDb, an overlong slash",
    "61 ED A0 80 62, a\uFFFDb, a surrogate",
    "61 F4 90 80 80 62, a\uFFFD\uFFFD\uFFFD\uFFFDb, beyond Unicode",
    "61 E4 BD 62, a\uFFFDb, a broken character",
    "61 E4 BD, a\uFFFD, a character broken off by the end of the line",
    "61 C2 1B 62, a\uFFFDb, an escape inside a character"
  })
  void readsBytes(String hex, String text, String what) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex("1B " + hex + " 1B");
    assertThat(PlainText.read(bytes, 1, bytes.length - 1)).as(what).isEqualTo(text);
  }

  /** The character with this code. */
  private static String c(String code) {
    return Character.toString(Integer.parseInt(code, 16));
  }

  private static String flag(String region) {
    return "🏴" + tags(region);
  }

  private static String tags(String region) {
    StringBuilder tags = new StringBuilder();
    region.chars().forEach(letter -> tags.appendCodePoint(0xE0000 + letter));
    return tags.appendCodePoint(0xE007F).toString();
  }
}
