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

  /** Each package, and those that it may use, from top to bottom. */
  private static final Map<String, Set<String>> USES =
      Map.ofEntries(
          uses(
              "cli",
              "access",
              "bench",
              "client",
              "config",
              "listener",
              "logging",
              "notation",
              "server",
              "store",
              "text",
              "tls",
              "transfer"),
          uses("transfer", "names", "notation", "store", "text"),
          uses(
              "server",
              "access",
              "config",
              "event",
              "listener",
              "logging",
              "moderation",
              "rooms",
              "session",
              "store",
              "tls",
              "transport",
              "users"),
          uses(
              "config",
              "access",
              "extension",
              "hosting",
              "listener",
              "moderation",
              "names",
              "notation",
              "room",
              "rooms",
              "session",
              "store",
              "tls",
              "transport",
              "users"),
          uses("logging", "notation", "text"),
          uses(
              "listener",
              "access",
              "moderation",
              "notation",
              "protocol",
              "session",
              "store",
              "tls",
              "transport"),
          uses(
              "session",
              "access",
              "actor",
              "cases",
              "event",
              "moderation",
              "names",
              "notation",
              "protocol",
              "room",
              "rooms",
              "store",
              "transport",
              "users"),
          uses(
              "protocol",
              "access",
              "cases",
              "command",
              "event",
              "moderation",
              "notation",
              "room",
              "rooms",
              "store",
              "text",
              "transport",
              "users"),
          uses(
              "users",
              "access",
              "actor",
              "cases",
              "event",
              "moderation",
              "names",
              "room",
              "rooms",
              "store"),
          uses("rooms", "actor", "cases", "event", "names", "room", "store"),
          uses("moderation", "access", "actor", "cases", "event", "names", "notation", "store"),
          uses("store", "access", "actor", "cases", "event", "names", "notation", "text"),
          uses("extensions", "event", "extension", "notation"),
          uses("room", "actor", "cases", "event", "extension", "hosting", "names", "store", "text"),
          uses("hosting", "event", "extension"),
          uses("extension", "event"),
          uses("event", "text"),
          uses("names", "notation", "text"),
          uses("transport", "event", "text", "tls"),
          uses("tls", "notation"),
          uses("access", "notation"),
          uses("client", "command", "notation", "text"),
          uses("bench", "notation"),
          uses("command"),
          uses("cases"),
          uses("actor"),
          uses("dispatch"),
          uses("notation"),
          uses("text"));

  /** Each package, and those that may use it. */
  static final Map<String, Set<String>> USERS =
      USES.keySet().stream()
          .collect(Collectors.toUnmodifiableMap(used -> used, used -> usersOf(used)));

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
              "chat.parley.users..",
              "chat.parley.rooms..",
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

  private static Map.Entry<String, Set<String>> uses(String user, String... used) {
    return Map.entry(
        packageOf(user),
        Stream.of(used).map(ArchitectureRules::packageOf).collect(Collectors.toUnmodifiableSet()));
  }

  private static String packageOf(String name) {
    return ALL + "." + name;
  }

  private static Set<String> usersOf(String used) {
    return USES.entrySet().stream()
        .filter(each -> each.getValue().contains(used))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
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
    // What stands in no layer is forbidden, but for the description of the whole.
    return layers.ensureAllClassesAreContainedInArchitectureIgnoring(
        HasName.Predicates.name(ALL + ".package-info"));
  }

  /** Whether classes of the package {@code user} may use those of the package {@code used}. */
  static boolean mayUse(String user, String used) {
    return user.equals(used) || USERS.getOrDefault(used, Set.of()).contains(user);
  }
}
