package chat.parley;

import chat.parley.access.AddressRange;
import chat.parley.directory.DirectorySettings;
import chat.parley.extension.Extension;
import chat.parley.hosting.EnabledExtension;
import chat.parley.hosting.ExtensionSettings;
import chat.parley.listener.ConnectionLimits;
import chat.parley.listener.ListenerAddress;
import chat.parley.listener.ListenerAddress.Kind;
import chat.parley.listener.ListenerSettings;
import chat.parley.names.Names;
import chat.parley.notation.FileTrouble;
import chat.parley.room.RoomSettings;
import chat.parley.session.ConnectionSettings;
import chat.parley.session.SessionLimits;
import chat.parley.session.SessionSettings;
import chat.parley.tls.ServerTls;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Makes {@link Settings} of a configuration, and checks every value. */
final class SettingsReader {
  private static final String LISTENERS = "parley.listeners";
  private static final String LISTENER_ADDRESS = "at";

  /** Pekko's timers go up to some months only; nobody waits as long. */
  private static final Duration MAX_WAIT = Duration.ofHours(1);

  private static final Duration MAX_IDLE = Duration.ofDays(7);

  /** The kernel takes up to 32,767 s. */
  private static final Duration MAX_KEEP_ALIVE = Duration.ofHours(9);

  private final Config config;
  private final CheckedConfig root;
  private final AccessReader access;
  private final TlsReader tls = new TlsReader();

  private final Function<CheckedConfig, InstalledExtensions> installing;

  /**
   * @param installing finds the extensions, as {@code parley.extension} says
   */
  private SettingsReader(Config config, Function<CheckedConfig, InstalledExtensions> installing) {
    this.config = config;
    this.installing = installing;
    this.root = new CheckedConfig("parley", config.getConfig("parley"));
    this.access = new AccessReader(root);
  }

  /**
   * @throws SettingsException when a value is not what its key asks for
   */
  static Settings read(Config config) {
    return read(config, List.of());
  }

  /**
   * @param given extensions that take the place of installed ones of their name
   * @throws SettingsException when a value is not what its key asks for
   */
  static Settings read(Config config, List<Extension> given) {
    return new SettingsReader(config, extension -> installed(extension, given)).settings();
  }

  /**
   * Reads the settings of a server that runs, whose extensions stay the same objects.
   *
   * @throws SettingsException when a value is not what its key asks for
   */
  static Settings readAgain(Config config, InstalledExtensions installed) {
    return new SettingsReader(config, extension -> installed).settings();
  }

  private static InstalledExtensions installed(CheckedConfig extension, List<Extension> given) {
    Optional<Path> folder = extension.file("folder");
    folder
        .flatMap(FileTrouble::withListing)
        .ifPresent(
            why -> {
              throw extension.unusable("folder", folder.get(), "read: " + why);
            });
    return new InstalledExtensions(
        given, folder, extension.oneOf("broken", List.of("stop", "leave-out")).equals("leave-out"));
  }

  private Settings settings() {
    for (Kind kind : Kind.values()) {
      // Also what no listener uses today must be in order.
      listener(new ListenerAddress(kind, "", 0), root.inner(kind.toString()));
    }
    String logLevel = root.oneOf("log-level", List.of("error", "warn", "info", "debug"));
    InstalledExtensions installed = installing.apply(root.inner("extension"));
    return new Settings(
        listeners(),
        connections(),
        directory(installed),
        installed,
        goDown(),
        access.file("store"),
        access.file("audit-log"),
        logLevel,
        config);
  }

  private GoDownSettings goDown() {
    return new GoDownSettings(root.duration("go-down-within", MAX_WAIT));
  }

  private DirectorySettings directory(InstalledExtensions installed) {
    CheckedConfig extension = root.inner("extension");
    RoomPlans plans =
        new RoomPlans(config.getObject("parley.rooms"), installed, allowed(extension));
    CheckedConfig room = root.inner("room");
    room(room, List.of()); // also what no room uses today must be in order
    CheckedConfig limits = root.inner("limits");
    return new DirectorySettings(
        name -> room(room, plans.of(name)),
        startRoom(),
        limits.integer("rooms", 1, 1_000_000),
        limits.integer("room-members", 1, 1_000_000),
        maxName(),
        plans.extensionNames(),
        access.reservedNames(),
        access.password("server-password"),
        access.password("operator-password"),
        access.file("store").isPresent(),
        access.registration(),
        access.registrationsPerAddress(),
        access.maxRegistrations(),
        exemptAddresses());
  }

  private ConnectionLimits connections() {
    CheckedConfig limits = root.inner("limits");
    ConnectionTotal total = connectionTotal(limits);
    return new ConnectionLimits(
        total.connections(),
        total.reason(),
        limits.integer("connections-per-address", 0, 1_000_000),
        limits.integer("new-connections-per-address", 0, 100_000),
        exemptAddresses());
  }

  private List<AddressRange> exemptAddresses() {
    CheckedConfig limits = root.inner("limits");
    return limits.listOrNone("exempt-addresses", "addresses").stream()
        .map(each -> range(limits, each))
        .toList();
  }

  private ConnectionTotal connectionTotal(CheckedConfig limits) {
    int reserved = limits.integer("reserved-descriptors", 0, 1_000_000);
    String connections = limits.text("connections");
    if (connections.equals("auto")) {
      return ConnectionTotal.auto(reserved, config.getBytes("pekko.io.tcp.direct-buffer-size"));
    }
    if (!connections.matches("[1-9]\\d{0,5}")) {
      throw limits.wrong("connections", "auto, or a whole number from 1 to 999999");
    }
    return ConnectionTotal.of(Integer.parseInt(connections));
  }

  private static AddressRange range(CheckedConfig limits, ConfigValue written) {
    return AddressRange.parse(String.valueOf(written.unwrapped()))
        .orElseThrow(
            () -> limits.wrong("exempt-addresses", "a list of addresses, ADDRESS or ADDRESS/BITS"));
  }

  private static ExtensionSettings allowed(CheckedConfig extension) {
    return new ExtensionSettings(
        extension.integer("mailbox", 1, 1_000_000),
        extension.integer("max-failures", 1, 1_000_000),
        extension.duration("min-backoff", MAX_WAIT),
        extension.duration("max-backoff", MAX_WAIT),
        extension.duration("forget-failures-after", MAX_WAIT),
        extension.duration("answer-within", MAX_WAIT),
        extension.oneOf("unanswered", List.of("pass", "refuse")).equals("refuse"));
  }

  private static RoomSettings room(CheckedConfig room, List<EnabledExtension> extensions) {
    return new RoomSettings(
        room.integer("recent", 0, 1_000_000),
        room.bytes("recent-bytes", 0),
        room.integer("replay", 0, 1_000_000),
        room.integer("presence-limit", 0, 1_000_000),
        room.integer("batch-events", 1, 1_000_000),
        room.bytes("batch-bytes", 1),
        extensions);
  }

  private List<ListenerSettings> listeners() {
    List<ListenerSettings> listeners = new ArrayList<>();
    for (ConfigValue each : root.list("listeners", "listeners")) {
      listeners.add(listener(each));
    }
    if (access.password("server-password").isPresent()) {
      listeners.forEach(SettingsReader::requirePassword);
    }
    return listeners;
  }

  private static void requirePassword(ListenerSettings listener) {
    if (!listener.session().asksPassword() && !listener.withoutPassword()) {
      throw new SettingsException(
          "parley.access.server-password is set, but nobody is asked for it at "
              + listener.address()
              + "; leave that listener out, or let everybody in there with without-password = on");
    }
  }

  private ListenerSettings listener(ConfigValue value) {
    if (value.unwrapped() instanceof String address) {
      return listener(address, value, null);
    }
    if (value instanceof ConfigObject object
        && object.get(LISTENER_ADDRESS) != null
        && object.get(LISTENER_ADDRESS).unwrapped() instanceof String address) {
      return listener(address, value, object.withoutKey(LISTENER_ADDRESS));
    }
    throw new SettingsException(
        LISTENERS
            + " has an entry that is neither \"KIND:[HOST:]PORT\" nor { at = \"KIND:[HOST:]PORT\", … }"
            + ConfigSources.origin(value));
  }

  private ListenerSettings listener(String address, ConfigValue value, ConfigObject own) {
    ListenerAddress where;
    try {
      where = ListenerAddress.parse(address);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(e.getMessage() + ConfigSources.origin(value));
    }
    String kind = where.kind().toString();
    CheckedConfig ofKind = root.inner(kind);
    CheckedConfig listener =
        own == null ? ofKind : ofKind.overriddenBy(own, "a listener of parley.listeners");
    return listener(where, listener);
  }

  private ListenerSettings listener(ListenerAddress where, CheckedConfig listener) {
    return switch (where.kind()) {
      case LINES -> lines(where, listener, Optional.empty());
      case TLS -> lines(where, listener, tls.read(listener, !where.host().isEmpty()));
      case RAW ->
          new ListenerSettings(
              where,
              0,
              false,
              listener.bool("without-password"),
              backlog(),
              keepAlive(),
              session(listener, listener.bool("echo"), SessionLimits.NONE, false, ""));
    };
  }

  private ListenerSettings lines(
      ListenerAddress where, CheckedConfig listener, Optional<ServerTls> secured) {
    return new ListenerSettings(
        where,
        listener.integer("max-line", 64, 1 << 20),
        listener.bool("commands"),
        false,
        backlog(),
        keepAlive(),
        session(
            listener,
            false,
            limits(),
            access.password("server-password").isPresent(),
            root.text("message-of-the-day")),
        secured);
  }

  private int backlog() {
    return root.integer("backlog", 1, 65_535);
  }

  private Duration keepAlive() {
    CheckedConfig session = root.inner("session");
    Duration time = session.duration("keep-alive", MAX_KEEP_ALIVE);
    if (!time.isZero() && time.toSeconds() == 0) {
      throw session.wrong("keep-alive", "0 s for never, or a time of at least 1 s");
    }
    return time;
  }

  private SessionLimits limits() {
    CheckedConfig limits = root.inner("limits");
    return new SessionLimits(
        maxName(),
        root.inner("room").integer("max-topic", 1, 10_000),
        limits.integer("posts-per-second", 0, 1_000_000),
        limits.integer("burst", 1, 1_000_000),
        SessionLimits.TooFast.valueOf(
            limits.oneOf("too-fast", List.of("delay", "disconnect")).toUpperCase(Locale.ROOT)),
        limits.duration("name-within", MAX_WAIT),
        limits.duration("idle", MAX_IDLE));
  }

  private int maxName() {
    return root.inner("limits").integer("max-name", 1, Names.MAX_LENGTH);
  }

  private String startRoom() {
    String startRoom = Names.shown(root.text("start-room"));
    if (!Names.isRoomName(startRoom, maxName())) {
      throw root.wrong("start-room", "1 to " + maxName() + " letters, digits, - and _");
    }
    return startRoom;
  }

  private SessionSettings session(
      CheckedConfig listener,
      boolean echo,
      SessionLimits limits,
      boolean asksPassword,
      String messageOfTheDay) {
    CheckedConfig session = root.inner("session");
    ConnectionSettings link =
        new ConnectionSettings(
            session.integer("max-waiting", 1, 100_000_000),
            session.bytes("max-waiting-bytes", 1024),
            Runtime.getRuntime().maxMemory() / 100 * session.integer("max-waiting-heap", 1, 90),
            ConnectionSettings.Slow.valueOf(
                listener.oneOf("slow", List.of("skip", "disconnect")).toUpperCase(Locale.ROOT)),
            session.duration("stuck-after", MAX_WAIT),
            session.duration("linger", MAX_WAIT));
    return new SessionSettings(startRoom(), asksPassword, messageOfTheDay, echo, link, limits);
  }
}
