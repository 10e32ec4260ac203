package chat.parley;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules behind the package table of docs/architecture.md. */
final class ArchitectureRules {
  private static final String ALL = "chat.parley";

  /** The package of each layer, and those of the layers that may use it. */
  static final Map<String, Set<String>> USERS =
      Map.ofEntries(
          Map.entry(ALL, Set.of()),
          Map.entry("chat.parley.extensions", Set.of()),
          Map.entry("chat.parley.dispatch", Set.of()),
          Map.entry("chat.parley.logging", users("")),
          Map.entry("chat.parley.client", users("")),
          Map.entry("chat.parley.bench", users("")),
          Map.entry("chat.parley.listener", users("")),
          Map.entry("chat.parley.tls", users("", ".listener")),
          Map.entry("chat.parley.session", users("", ".listener")),
          Map.entry("chat.parley.protocol", users(".listener", ".session")),
          Map.entry("chat.parley.directory", users("", ".listener", ".session")),
          Map.entry("chat.parley.moderation", users("", ".listener", ".directory")),
          Map.entry("chat.parley.store", users("", ".listener", ".directory", ".moderation")),
          Map.entry(
              "chat.parley.access",
              users(
                  "", ".listener", ".session", ".protocol", ".directory", ".moderation", ".store")),
          Map.entry(
              "chat.parley.names",
              users("", ".listener", ".session", ".protocol", ".directory", ".store", ".room")),
          Map.entry(
              "chat.parley.room", users("", ".listener", ".session", ".protocol", ".directory")),
          Map.entry("chat.parley.hosting", users("", ".room")),
          Map.entry("chat.parley.extension", users("", ".room", ".hosting", ".extensions")),
          Map.entry(
              "chat.parley.event",
              users(
                  "",
                  ".listener",
                  ".session",
                  ".protocol",
                  ".directory",
                  ".room",
                  ".hosting",
                  ".extension",
                  ".extensions")),
          Map.entry(
              "chat.parley.notation",
              users(
                  "",
                  ".logging",
                  ".listener",
                  ".access",
                  ".names",
                  ".store",
                  ".tls",
                  ".client",
                  ".bench",
                  ".session",
                  ".protocol",
                  ".directory",
                  ".extensions")),
          Map.entry(
              "chat.parley.text",
              users(
                  "",
                  ".logging",
                  ".listener",
                  ".access",
                  ".tls",
                  ".dispatch",
                  ".client",
                  ".bench",
                  ".session",
                  ".protocol",
                  ".directory",
                  ".names",
                  ".event",
                  ".room",
                  ".extensions",
                  ".notation")));

  static final ArchRule PACKAGES_DEPEND_DOWNWARDS_ONLY = layers();

  static final ArchRule THE_ROOM_KNOWS_NO_STREAM_NO_SOCKET_AND_NO_TEXT_FORMAT =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAnyPackage("chat.parley.room", "chat.parley.hosting", "chat.parley.extension")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.pekko.stream..", "org.apache.pekko.io..", "java.net..", "java.nio..");

  static final ArchRule PROTOCOLS_KNOW_NO_ACTORS =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("chat.parley.protocol")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.pekko.actor..", "org.apache.pekko.stream..");

  static final ArchRule THE_BENCH_KNOWS_NOTHING_OF_THE_SERVER_IT_MEASURES =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("chat.parley.bench")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "chat.parley.room..",
              "chat.parley.directory..",
              "chat.parley.session..",
              "chat.parley.listener..",
              "org.apache.pekko..");

  static final ArchRule TLS_KNOWS_NOTHING_OF_WHAT_IS_SAID_ON_IT =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("chat.parley.tls")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAnyPackage("chat.parley..", "org.apache.pekko.actor..")
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "chat.parley.tls", "chat.parley.notation")));

  static final ArchRule HOW_THINGS_ARE_WRITTEN_HAS_NOTHING_TO_DO_WITH_WHAT_THEY_ARE_FOR =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("chat.parley.notation")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAnyPackage("chat.parley..", "org.apache.pekko..")
                  .and(JavaClass.Predicates.resideOutsideOfPackage("chat.parley.notation")));

  static final ArchRule ADDRESSES_ARE_SHOWN_IN_ONE_FORM_ONLY =
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
          .callMethod(InetSocketAddress.class, "toString");

  static final ArchRule EXTENSIONS_USE_ONLY_WHAT_A_STRANGERS_MAY =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("chat.parley.extensions")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("chat.parley..")
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "chat.parley.extension",
                          "chat.parley.event",
                          "chat.parley.extensions",
                          "chat.parley.notation")));

  static final ArchRule THE_EXTENSION_API_KNOWS_NOTHING_BUT_EVENTS =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("chat.parley.extension")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("chat.parley..")
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "chat.parley.extension", "chat.parley.event")));

  /** Scala's own visibility is none to Java: much that Pekko keeps to itself compiles. */
  static final ArchRule THE_SCENARIO_KIT_READS_NOTHING_OF_PEKKOS_INTERNALS =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("chat.parley.testkit")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("org.apache.pekko..")
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "org.apache.pekko.actor.typed",
                          "org.apache.pekko.actor.typed.javadsl",
                          "org.apache.pekko.actor.testkit.typed.javadsl",
                          "org.apache.pekko.util"))
                  .and(
                      DescribedPredicate.not(
                          HasName.Predicates.nameMatching(
                              "org\\.apache\\.pekko\\.actor\\.Actor(System|Path|Selection|Ref)"))));

  private ArchitectureRules() {}

  private static Set<String> users(String... layers) {
    return Stream.of(layers).map(ALL::concat).collect(Collectors.toUnmodifiableSet());
  }

  private static ArchRule layers() {
    var layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("chat.parley..");
    for (String each : USERS.keySet()) {
      layers = layers.layer(each).definedBy(each);
    }
    for (var each : USERS.entrySet()) {
      var layer = layers.whereLayer(each.getKey());
      layers =
          each.getValue().isEmpty()
              ? layer.mayNotBeAccessedByAnyLayer()
              : layer.mayOnlyBeAccessedByLayers(each.getValue().toArray(String[]::new));
    }
    return layers.ensureAllClassesAreContainedInArchitecture();
  }

  /** Whether classes of the package {@code user} may use those of the package {@code used}. */
  static boolean mayUse(String user, String used) {
    return user.equals(used) || USERS.getOrDefault(used, Set.of()).contains(user);
  }
}
