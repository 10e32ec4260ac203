package chat.parley;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.cli.Main;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaks each rule of the architecture with classes that do what it forbids. */
class ArchitectureRulesTest {
  private static final List<String> ONE_OF_EACH_LAYER =
      List.of(
          "chat.parley.cli.Main",
          "chat.parley.server.Server",
          "chat.parley.config.Settings",
          "chat.parley.logging.Logs",
          "chat.parley.listener.Listener",
          "chat.parley.session.Session",
          "chat.parley.protocol.Protocol",
          "chat.parley.users.NameService",
          "chat.parley.rooms.RoomRegistry",
          "chat.parley.moderation.Moderation",
          "chat.parley.transfer.TransferException",
          "chat.parley.store.Store",
          "chat.parley.extensions.Dice",
          "chat.parley.room.Room",
          "chat.parley.hosting.Extensions",
          "chat.parley.extension.RoomHandle",
          "chat.parley.event.RoomEvent",
          "chat.parley.names.Names",
          "chat.parley.transport.Frame",
          "chat.parley.tls.ServerTls",
          "chat.parley.access.Secret",
          "chat.parley.client.ChatCommand",
          "chat.parley.bench.BenchCommand",
          "chat.parley.command.Command",
          "chat.parley.cases.Cases",
          "chat.parley.actor.Recovering",
          "chat.parley.dispatch.CallerRunsExecutor",
          "chat.parley.notation.IpText",
          "chat.parley.text.PlainText");

  private static final List<Breach> UPWARDS = upwards();
  private static final List<Breach> BY_A_STRANGER =
      List.of(
          new Breach("chat.parley.stranger", "java.lang.String"),
          new Breach("chat.parley", "java.lang.String"));
  private static final List<Breach> BY_THE_ROOM =
      breaches(
          "chat.parley.room",
          "org.apache.pekko.stream.javadsl.Flow",
          "org.apache.pekko.io.Tcp",
          "java.net.Socket",
          "java.nio.charset.Charset");
  private static final List<Breach> BY_A_HOST =
      breaches("chat.parley.hosting", "org.apache.pekko.stream.javadsl.Flow", "java.net.Socket");
  private static final List<Breach> BY_A_PROTOCOL =
      breaches(
          "chat.parley.protocol",
          "org.apache.pekko.actor.typed.ActorRef",
          "org.apache.pekko.stream.javadsl.Flow");
  private static final List<Breach> BY_THE_BENCH =
      breaches(
          "chat.parley.bench",
          "chat.parley.room.Room",
          "chat.parley.users.NameService",
          "chat.parley.rooms.RoomRegistry",
          "chat.parley.session.Session",
          "chat.parley.listener.Listener",
          "org.apache.pekko.util.ByteString");
  private static final List<Breach> BY_TLS =
      breaches(
          "chat.parley.tls", "chat.parley.access.Secret", "org.apache.pekko.actor.typed.ActorRef");
  private static final List<Breach> BY_NOTATION =
      breaches(
          "chat.parley.notation",
          "chat.parley.room.Room",
          "chat.parley.text.PlainText",
          "org.apache.pekko.util.ByteString");
  private static final List<Breach> OF_ADDRESSES =
      List.of(
          shows("InetAddress", "getHostAddress"),
          shows("InetAddress", "toString"),
          shows("InetSocketAddress", "getHostString"),
          shows("InetSocketAddress", "toString"));
  private static final List<Breach> BY_AN_EXTENSION =
      breaches(
          "chat.parley.extensions",
          "chat.parley.access.Secret",
          "chat.parley.room.Room",
          "chat.parley.hosting.HostingRoom",
          "chat.parley.cli.Main");
  private static final List<Breach> BY_THE_EXTENSION_API =
      breaches("chat.parley.extension", "chat.parley.room.Room", "chat.parley.text.PlainText");

  private static final List<Breach> BY_THE_SCENARIO_KIT =
      breaches(
          "chat.parley.testkit",
          "org.apache.pekko.actor.ActorCell",
          "org.apache.pekko.dispatch.Mailbox",
          "org.apache.pekko.actor.typed.internal.RestartSupervisor");

  @TempDir private static Path folder;

  private static JavaClasses broken;

  /** A class in the package {@code user} that does what it may not. */
  private record Breach(String user, String name, String body) {

    /** One that uses the class {@code used}. */
    Breach(String user, String used) {
      this(user, "Uses_" + used.replace('.', '_'), used + " it;");
    }

    String source() {
      return "package %s; class %s { %s }".formatted(user, name, body);
    }
  }

  private static List<Breach> breaches(String user, String... used) {
    return Stream.of(used).map(each -> new Breach(user, each)).toList();
  }

  /** A class that shows an address in Java's way. */
  private static Breach shows(String address, String method) {
    String body = "String show(java.net.%s it) { return it.%s(); }".formatted(address, method);
    return new Breach("chat.parley.listener", "Shows_" + address + "_" + method, body);
  }

  /** One of each package for each package that it may not use. */
  private static List<Breach> upwards() {
    List<Breach> all = new ArrayList<>();
    for (String user : ArchitectureRules.USERS.keySet()) {
      ONE_OF_EACH_LAYER.stream()
          .filter(used -> !ArchitectureRules.mayUse(user, packageOf(used)))
          .forEach(used -> all.add(new Breach(user, used)));
    }
    return all;
  }

  private static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  @BeforeAll
  static void breakAll() throws IOException, URISyntaxException {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    List<Breach> all =
        Stream.of(
                UPWARDS,
                BY_A_STRANGER,
                BY_THE_ROOM,
                BY_A_HOST,
                BY_A_PROTOCOL,
                BY_THE_BENCH,
                BY_TLS,
                BY_NOTATION,
                OF_ADDRESSES,
                BY_AN_EXTENSION,
                BY_THE_EXTENSION_API,
                BY_THE_SCENARIO_KIT)
            .flatMap(Collection::stream)
            .distinct()
            .toList();
    for (Breach each : all) {
      arguments.add(write(each.user(), each.name(), each.source()).toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).as("of the compiler").isZero();
    Path program = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    broken = new ClassFileImporter().importPaths(program, folder);
  }

  private static Path write(String user, String name, String source) throws IOException {
    Path file = folder.resolve(user.replace('.', '/')).resolve(name + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, source);
  }

  private static void sees(ArchRule rule, List<Breach> breaches) {
    List<String> found = rule.evaluate(broken).getFailureReport().getDetails();
    assertThat(breaches)
        .isNotEmpty()
        .allSatisfy(
            breach ->
                assertThat(found)
                    .as("what is said of: %s", breach.source())
                    .anyMatch(line -> line.contains(breach.user() + "." + breach.name())));
  }

  @Test
  void seesEachPackageThatUsesOneAboveIt() {
    assertThat(ONE_OF_EACH_LAYER.stream().map(each -> packageOf(each)))
        .containsExactlyInAnyOrderElementsOf(ArchitectureRules.USERS.keySet());
    assertThat(UPWARDS)
        .contains(new Breach("chat.parley.listener", "chat.parley.dispatch.CallerRunsExecutor"));
    sees(ArchitectureRules.PACKAGES_DEPEND_DOWNWARDS_ONLY, UPWARDS);
  }

  @Test
  void seesAPackageThatIsInNoLayer() {
    sees(ArchitectureRules.PACKAGES_DEPEND_DOWNWARDS_ONLY, BY_A_STRANGER);
  }

  @Test
  void seesARoomThatKnowsStreamsOrSockets() {
    sees(ArchitectureRules.THE_ROOM_KNOWS_NO_STREAM_NO_SOCKET_AND_NO_TEXT_FORMAT, BY_THE_ROOM);
    sees(ArchitectureRules.THE_ROOM_KNOWS_NO_STREAM_NO_SOCKET_AND_NO_TEXT_FORMAT, BY_A_HOST);
  }

  @Test
  void seesAProtocolThatKnowsActors() {
    sees(ArchitectureRules.PROTOCOLS_KNOW_NO_ACTORS, BY_A_PROTOCOL);
  }

  @Test
  void seesABenchThatKnowsTheServer() {
    sees(ArchitectureRules.THE_BENCH_KNOWS_NOTHING_OF_THE_SERVER_IT_MEASURES, BY_THE_BENCH);
  }

  @Test
  void seesTlsThatKnowsWhatIsSaidOnIt() {
    sees(ArchitectureRules.TLS_KNOWS_NOTHING_OF_WHAT_IS_SAID_ON_IT, BY_TLS);
  }

  @Test
  void seesNotationThatKnowsWhatThingsAreFor() {
    sees(
        ArchitectureRules.HOW_THINGS_ARE_WRITTEN_HAS_NOTHING_TO_DO_WITH_WHAT_THEY_ARE_FOR,
        BY_NOTATION);
  }

  @Test
  void seesWhoShowsAnAddressInAnotherForm() {
    sees(ArchitectureRules.ADDRESSES_ARE_SHOWN_IN_ONE_FORM_ONLY, OF_ADDRESSES);
  }

  @Test
  void seesAnExtensionThatUsesWhatAStrangersMayNot() {
    sees(ArchitectureRules.EXTENSIONS_USE_ONLY_WHAT_A_STRANGERS_MAY, BY_AN_EXTENSION);
  }

  @Test
  void seesAnExtensionApiThatKnowsMoreThanEvents() {
    sees(ArchitectureRules.THE_EXTENSION_API_KNOWS_NOTHING_BUT_EVENTS, BY_THE_EXTENSION_API);
  }

  @Test
  void seesAScenarioKitThatReadsPekkosInternals() {
    sees(ArchitectureRules.THE_SCENARIO_KIT_READS_NOTHING_OF_PEKKOS_INTERNALS, BY_THE_SCENARIO_KIT);
  }

  @Test
  void seesInSourcesEachPackageThatNamesOneAboveIt() {
    List<String> found = NamedPackages.forbidden(folder);
    for (Breach each : UPWARDS) {
      String used = each.body().replaceFirst(" it;", "");
      assertThat(found)
          .contains(each.name() + ".java of " + each.user() + " names " + packageOf(used));
    }
  }

  @Test
  void seesInSourcesConstantsOfWhichClassesShowNothing(@TempDir Path constants) throws IOException {
    Files.writeString(
        constants.resolve("Named.java"),
        """
        package chat.parley.protocol;
        /** As {@link chat.parley.session.Session} does. */
        class Named { int max = chat.parley.listener.Listener.MAX; } // chat.parley.cli.Main
        """);
    Files.writeString(
        constants.resolve("Imported.java"),
        """
        package chat.parley.room;
        import static chat.parley.access.PasswordHash.MAX_LENGTH;
        class Imported { int max = MAX_LENGTH; }
        """);
    assertThat(NamedPackages.forbidden(constants))
        .containsExactlyInAnyOrder(
            "Named.java of chat.parley.protocol names chat.parley.listener",
            "Imported.java of chat.parley.room names chat.parley.access");
  }
}
