package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chat.parley.cases.Cases;
import chat.parley.event.Outcome;
import chat.parley.moderation.ModerationReply;
import chat.parley.room.RoomReply;
import chat.parley.rooms.RegistryReply;
import chat.parley.users.NameReply;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeTextTest {

  static Stream<Arguments> outcomes() {
    return Stream.of(RoomOutcomes.all(), NameOutcomes.all(), ModerationOutcomes.all())
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void saysWhatHasComeOfSomething(Outcome outcome, String text) {
    assertThat(String.join("\n", OutcomeText.of(outcome))).isEqualTo(text);
  }

  @Test
  void isTestedForEveryOutcome() {
    List<Class<?>> tested =
        outcomes().<Class<?>>map(each -> each.get()[0].getClass()).distinct().toList();
    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    RoomReply.RoomOutcome.class,
                    RegistryReply.RegistryOutcome.class,
                    NameReply.NameOutcome.class,
                    ModerationReply.ModerationOutcome.class)
                .<Class<?>>flatMap(family -> Cases.leaves(family).stream())
                .toList());
    assertThat(tested)
        .extracting(Class::getName)
        .containsExactlyInAnyOrderElementsOf(classesOfOutcomes());
  }

  /** The names of all there are, in whatever family. */
  private static List<String> classesOfOutcomes() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("chat.parley")
            .stream()
            .filter(each -> each.isAssignableTo(Outcome.class) && !each.isInterface())
            .map(JavaClass::getName)
            .toList();
  }

  @Test
  void hasNoWordsForWhatIsNoOutcomeOfTheServer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OutcomeText.of(new Outcome() {}))
        .withMessageStartingWith("no words for ");
  }
}
