package chat.parley.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreListTest {
  private final IgnoreList list = new IgnoreList();

  /** Takes another name, of which the list hears. */
  private boolean renames(User user, String name) {
    user.call(name, false);
    return list.noticed(user);
  }

  private boolean comes(User user) {
    return list.noticed(user);
  }

  @Test
  void followsSomebodyThroughAllTheirNames() {
    User troll = TestUsers.named("troll");
    list.add("TROLL", troll);
    assertThat(list.names()).containsExactly("troll");
    assertThat(renames(troll, "bob")).isTrue();
    assertThat(renames(troll, "rob")).isTrue();
    assertThat(list.holds(troll)).isTrue();
    assertThat(list.names()).containsExactly("rob");
    assertThat(list.ignored().authors()).containsExactly(troll.id());
    assertThat(list.ignored().names()).containsExactly("rob");
  }

  @Test
  void takesWhoeverComesUnderANameThatNobodyHad() {
    list.add("troll", null);
    User other = TestUsers.named("trolley");
    User troll = TestUsers.named("Troll");
    assertThat(comes(other)).isFalse();
    assertThat(comes(troll)).isTrue();
    assertThat(list.holds(other)).isFalse();
    assertThat(list.holds(troll)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"troll", "last"})
  void takesWhoComesBackUnderTheGivenOrTheLastName(String name) {
    User troll = TestUsers.named("troll");
    list.add("troll", troll);
    renames(troll, "between");
    renames(troll, "last");
    list.gone(troll);
    User innocent = TestUsers.named("between");
    assertThat(comes(innocent)).isFalse();
    assertThat(list.holds(innocent)).isFalse();
    User again = TestUsers.named(name);
    assertThat(comes(again)).isTrue();
    assertThat(list.holds(again)).isTrue();
  }

  @Test
  void takesNobodyElseForWhoIsHereUnderAnotherName() {
    User troll = TestUsers.named("troll");
    list.add("troll", troll);
    renames(troll, "between");
    renames(troll, "last");
    for (String name : Set.of("troll", "between")) {
      assertThat(comes(TestUsers.named(name))).isFalse();
    }
  }

  @Test
  void hasEachPersonOnce() {
    User troll = TestUsers.named("troll");
    list.add("troll", troll);
    renames(troll, "bob");
    list.add("bob", troll);
    assertThat(list.names()).containsExactly("bob");
    assertThat(list.remove("bob")).isTrue();
    assertThat(list.isEmpty()).isTrue();
    assertThat(list.holds(troll)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Troll", "Bob"})
  void letsGoOfWhoIsCalledSoOrWasWhenPutOnIt(String name) {
    User troll = TestUsers.named("troll");
    list.add("troll", troll);
    renames(troll, "bob");
    assertThat(list.remove("between")).isFalse();
    assertThat(list.remove(name)).isTrue();
    assertThat(list.isEmpty()).isTrue();
  }

  @Test
  void keepsWhoWasCalledSoWhenSomebodyElseOfThatNameIsPutOnIt() {
    User troll = TestUsers.named("troll");
    list.add("troll", troll);
    renames(troll, "bob");
    User another = TestUsers.named("troll");
    list.add("troll", another);
    assertThat(list.holds(troll)).isTrue();
    assertThat(list.holds(another)).isTrue();
    assertThat(list.names()).containsExactly("bob", "troll");
  }

  @Test
  void showsWhoTakesANameOnItAsTheOneTheyAre() {
    list.add("x", null);
    User troll = TestUsers.named("troll");
    list.add("troll", troll);
    renames(troll, "x");
    renames(troll, "y");
    assertThat(list.names()).containsExactly("x", "y");
    assertThat(list.remove("y")).isTrue();
    assertThat(list.holds(troll)).isFalse();
  }

  @Test
  void watchesTheIdsOfWhoIsHereAndTheNamesOfWhoIsNot() {
    User troll = TestUsers.named("Troll");
    list.add("Troll", troll);
    assertThat(list.watched()).isEqualTo(Set.of(troll.id()));
    renames(troll, "Bob");
    list.gone(troll);
    assertThat(list.watched()).isEqualTo(Set.of("troll", "bob"));
  }

  @Test
  void isFullWithAHundred() {
    for (int i = 1; i < IgnoreList.MAX; i++) {
      list.add("n" + i, null);
    }
    assertThat(list.isFull()).isFalse();
    list.add("n1", null);
    assertThat(list.isFull()).isFalse();
    list.add("last", null);
    assertThat(list.isFull()).isTrue();
  }
}
