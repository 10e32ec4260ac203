package chat.parley;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** Holds the package table of docs/architecture.md. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("chat.parley");

  @Test
  void packagesDependDownwardsOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("chat.parley..")
        .layer("program")
        .definedBy("chat.parley")
        .layer("door")
        .definedBy("chat.parley.door")
        .layer("access")
        .definedBy("chat.parley.access")
        .layer("tls")
        .definedBy("chat.parley.tls")
        .layer("dispatch")
        .definedBy("chat.parley.dispatch")
        .layer("client")
        .definedBy("chat.parley.client")
        .layer("bench")
        .definedBy("chat.parley.bench")
        .layer("session")
        .definedBy("chat.parley.session")
        .layer("wire")
        .definedBy("chat.parley.wire")
        .layer("directory")
        .definedBy("chat.parley.directory")
        .layer("room")
        .definedBy("chat.parley.room")
        .layer("extension")
        .definedBy("chat.parley.extension")
        .layer("text")
        .definedBy("chat.parley.text")
        .layer("notation")
        .definedBy("chat.parley.notation")
        .whereLayer("program")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("door")
        .mayOnlyBeAccessedByLayers("program")
        .whereLayer("access")
        .mayOnlyBeAccessedByLayers("program", "door", "session", "wire", "directory")
        .whereLayer("tls")
        .mayOnlyBeAccessedByLayers("program", "door")
        .whereLayer("dispatch")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("client")
        .mayOnlyBeAccessedByLayers("program")
        .whereLayer("bench")
        .mayOnlyBeAccessedByLayers("program")
        .whereLayer("session")
        .mayOnlyBeAccessedByLayers("program", "door")
        .whereLayer("wire")
        .mayOnlyBeAccessedByLayers("door", "session")
        .whereLayer("directory")
        .mayOnlyBeAccessedByLayers("program", "door", "session")
        .whereLayer("extension")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("room")
        .mayOnlyBeAccessedByLayers("program", "door", "session", "wire", "directory", "extension")
        .whereLayer("text")
        .mayNotAccessAnyLayer()
        .whereLayer("notation")
        .mayOnlyBeAccessedByLayers(
            "program",
            "door",
            "access",
            "tls",
            "client",
            "bench",
            "session",
            "wire",
            "directory",
            "extension")
        .ensureAllClassesAreContainedInArchitecture()
        .check(CLASSES);
  }

  @Test
  void theRoomKnowsNoStreamNoSocketAndNoTextFormat() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("chat.parley.room")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.pekko.stream..", "org.apache.pekko.io..", "java.net..", "java.nio..")
        .check(CLASSES);
  }

  @Test
  void wiresKnowNoActors() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("chat.parley.wire")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.pekko.actor..", "org.apache.pekko.stream..")
        .check(CLASSES);
  }

  @Test
  void theBenchKnowsNothingOfTheServerItMeasures() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("chat.parley.bench")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "chat.parley.room..",
            "chat.parley.directory..",
            "chat.parley.session..",
            "chat.parley.door..",
            "org.apache.pekko..")
        .check(CLASSES);
  }

  @Test
  void tlsKnowsNothingOfWhatIsSaidOnIt() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("chat.parley.tls")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage("chat.parley..", "org.apache.pekko.actor..")
                .and(
                    JavaClass.Predicates.resideOutsideOfPackages(
                        "chat.parley.tls", "chat.parley.notation")))
        .check(CLASSES);
  }

  @Test
  void howThingsAreWrittenHasNothingToDoWithWhatTheyAreFor() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("chat.parley.notation")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage("chat.parley..", "org.apache.pekko..")
                .and(JavaClass.Predicates.resideOutsideOfPackage("chat.parley.notation")))
        .check(CLASSES);
  }

  @Test
  void addressesAreShownInOneFormOnly() {
    ArchRuleDefinition.noClasses()
        .that(
            DescribedPredicate.not(
                HasName.Predicates.name("chat.parley.notation.IpText")
                    // For the keys of stores, which stay as they are.
                    .or(HasName.Predicates.name("chat.parley.access.AddressRange"))))
        .should()
        .callMethod(InetAddress.class, "getHostAddress")
        .orShould()
        .callMethod(InetAddress.class, "toString")
        .orShould()
        .callMethod(InetSocketAddress.class, "getHostString")
        .orShould()
        .callMethod(InetSocketAddress.class, "toString")
        .check(CLASSES);
  }

  @Test
  void extensionsUseOnlyWhatAStrangersMay() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("chat.parley.extension")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("chat.parley..")
                .and(
                    JavaClass.Predicates.resideOutsideOfPackages(
                        "chat.parley.room", "chat.parley.extension", "chat.parley.notation")))
        .check(CLASSES);
  }

  @Test
  void looksAtTheWholeProgram() {
    assertThat(CLASSES.contain("chat.parley.room.Room")).isTrue();
    assertThat(CLASSES.contain("chat.parley.Main")).isTrue();
  }
}
