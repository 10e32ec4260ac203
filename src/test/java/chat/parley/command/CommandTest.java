package chat.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommandTest {

  @ParameterizedTest
  @EnumSource
  void isNamedByTheFirstWordOfItsUsage(Command command) {
    assertThat(command.word()).matches("/[a-z]+");
    assertThat(command.usage()).startsWith(command.word());
    String name = command.word().substring(1);
    assertThat(Command.named(name)).map(Command::word).contains(command.word());
    assertThat(Command.named(name.toUpperCase(Locale.ROOT))).isEqualTo(Command.named(name));
  }

  @Test
  void hasNoCommandOfAnotherName() {
    for (String name : List.of("", "dance", "/help", "help ")) {
      assertThat(Command.named(name)).isEmpty();
    }
  }

  @Test
  void hasEachNameInOnePlaceOnlyForAnAudience() {
    for (Audience audience : Audience.values()) {
      List<String> words = Command.of(audience).stream().map(Command::word).toList();
      assertThat(words.stream().distinct())
          .allMatch(
              word ->
                  words.lastIndexOf(word) - words.indexOf(word) + 1
                      == Collections.frequency(words, word));
    }
    assertThat(Stream.of(Audience.values()).flatMap(each -> Command.of(each).stream()))
        .containsExactlyInAnyOrder(Command.values());
  }

  @Test
  void tellsWhichArgumentAWordBelongsTo() {
    assertThat(Command.WHO.argumentAt(1)).isEmpty();
    assertThat(Command.JOIN.argumentAt(1)).contains(new Argument("ROOM"));
    assertThat(Command.HISTORY.argumentAt(1)).get().matches(Argument::isRoom);
    assertThat(Command.LOGIN.argumentAt(1)).contains(new Argument("NAME"));
    assertThat(Command.LOGIN.argumentAt(2)).contains(new Argument("PASSWORD"));
    assertThat(Command.LOGIN.argumentAt(3)).contains(new Argument("PASSWORD"));
  }

  @ParameterizedTest
  @EnumSource
  void hasItsPasswordLastSinceThatMayHaveSpaces(Command command) {
    List<Argument> arguments = command.arguments();
    assertThat(arguments.subList(0, Math.max(0, arguments.size() - 1)))
        .noneMatch(Argument::isPassword);
  }
}
