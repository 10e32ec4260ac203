package chat.parley.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooksTest {

  @ParameterizedTest
  @CsvSource({
    "bob, bob",
    "bob, BOB",
    "bob, b0b",
    "bоb, bob",
    "сосо, coco",
    "СОСО, coco",
    "paypaI, paypal",
    "PayPal, paypaI",
    "Bill, BI1l",
    "Marnie, Mamie",
    "ﬁn, fin",
    "ß, ss",
    "σίσυφοσ, Σίσυφος",
    "Ａlice, alice",
    "𝐛𝐨𝐛, bob",
    "e\u0301a, éa"
  })
  void areTheSameForNamesThatReadTheSame(String one, String other) {
    assertThat(Looks.alike(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"bob, rob", "e, é", "明, 名", "user1, user2", "alice, alicia", "нина, ника"})
  void areOtherOnesForNamesThatDoNot(String one, String other) {
    assertThat(Looks.alike(one, other)).isFalse();
  }

  @Test
  void ofAsciiAreThoseThatUnicodeSays() {
    IntStream.range(0, 0x80)
        .mapToObj(Character::toString)
        .filter(each -> Names.isRoomName(each, 1))
        .forEach(each -> assertThat(Looks.ascii(each)).isEqualTo(Unicode.skeleton(each)));
    assertThat(Looks.ascii("I am B0b-1_m")).isEqualTo(Unicode.skeleton("I am B0b-1_m"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bob", "小明", "bob小明", "テストabc", "abc한국", "हिन्दी", "Σίσυφος", "Нина7", "ภาษาไทย", "العربية",
        "𝒜𝒷", "Nguyễn"
      })
  void letThroughNamesThatPeopleWrite(String name) {
    assertThat(Names.mixesScripts(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bоb", "αlice", "Нинаn", "ابcd", "հello"})
  void showNamesThatMixScripts(String name) {
    assertThat(Names.mixesScripts(name)).isTrue();
  }
}
