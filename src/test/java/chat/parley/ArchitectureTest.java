package chat.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the package table of docs/architecture.md; {@link ArchitectureRulesTest} breaks it. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("chat.parley");

  @Test
  void packagesDependDownwardsOnly() {
    ArchitectureRules.PACKAGES_DEPEND_DOWNWARDS_ONLY.check(CLASSES);
  }

  @Test
  void sourcesNameOnlyPackagesBelowThem() {
    assertThat(NamedPackages.forbidden(Path.of("src/main/java"))).isEmpty();
  }

  @Test
  void theRoomKnowsNoStreamNoSocketAndNoTextFormat() {
    ArchitectureRules.THE_ROOM_KNOWS_NO_STREAM_NO_SOCKET_AND_NO_TEXT_FORMAT.check(CLASSES);
  }

  @Test
  void protocolsKnowNoActors() {
    ArchitectureRules.PROTOCOLS_KNOW_NO_ACTORS.check(CLASSES);
  }

  @Test
  void theBenchKnowsNothingOfTheServerItMeasures() {
    ArchitectureRules.THE_BENCH_KNOWS_NOTHING_OF_THE_SERVER_IT_MEASURES.check(CLASSES);
  }

  @Test
  void tlsKnowsNothingOfWhatIsSaidOnIt() {
    ArchitectureRules.TLS_KNOWS_NOTHING_OF_WHAT_IS_SAID_ON_IT.check(CLASSES);
  }

  @Test
  void howThingsAreWrittenHasNothingToDoWithWhatTheyAreFor() {
    ArchitectureRules.HOW_THINGS_ARE_WRITTEN_HAS_NOTHING_TO_DO_WITH_WHAT_THEY_ARE_FOR.check(
        CLASSES);
  }

  @Test
  void addressesAreShownInOneFormOnly() {
    ArchitectureRules.ADDRESSES_ARE_SHOWN_IN_ONE_FORM_ONLY.check(CLASSES);
  }

  @Test
  void extensionsUseOnlyWhatAStrangersMay() {
    ArchitectureRules.EXTENSIONS_USE_ONLY_WHAT_A_STRANGERS_MAY.check(CLASSES);
  }

  @Test
  void theExtensionApiKnowsNothingButEvents() {
    ArchitectureRules.THE_EXTENSION_API_KNOWS_NOTHING_BUT_EVENTS.check(CLASSES);
  }

  @Test
  void theScenarioKitReadsNothingOfPekkosInternals() {
    JavaClasses kit = new ClassFileImporter().importPackages("chat.parley.testkit");
    assertThat(kit.contain("chat.parley.testkit.Calm")).isTrue();
    ArchitectureRules.THE_SCENARIO_KIT_READS_NOTHING_OF_PEKKOS_INTERNALS.check(kit);
  }

  @Test
  void looksAtTheWholeProgram() {
    assertThat(CLASSES.contain("chat.parley.room.Room")).isTrue();
    assertThat(CLASSES.contain("chat.parley.cli.Main")).isTrue();
  }
}
