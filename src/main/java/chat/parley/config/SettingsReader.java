package chat.parley.config;

import chat.parley.extension.Extension;
import chat.parley.listener.ConnectionLimits;
import chat.parley.listener.ListenerSettings;
import chat.parley.moderation.ModerationSettings;
import chat.parley.rooms.RegistrySettings;
import chat.parley.store.StoreLocation;
import chat.parley.users.NameSettings;
import com.typesafe.config.Config;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A reader of a whole configuration: it makes {@link Settings} of it, and checks every value. */
public final class SettingsReader {
  private final Config config;
  private final CheckedConfig root;
  private final ExtensionReader extensions;
  private final AccessReader access;
  private final LimitsReader limits;
  private final HistoryReader history;
  private final RoomReader rooms;
  private final ListenerReader listeners;

  private SettingsReader(Config config) {
    this.config = config;
    this.root = new CheckedConfig("parley", config.getConfig("parley"));
    this.extensions = new ExtensionReader(root);
    this.access = new AccessReader(root);
    this.limits = new LimitsReader(root);
    this.history = new HistoryReader(root);
    this.rooms = new RoomReader(root, limits, history);
    this.listeners =
        new ListenerReader(root, access, new SessionReader(root, access, limits, rooms, history));
  }

  /**
   * The settings of a configuration.
   *
   * @throws SettingsException when a value is not what its key asks for
   */
  public static Settings read(Config config) {
    return read(config, List.of());
  }

  /**
   * Where a configuration says that the store is; nothing else of it is looked at.
   *
   * @throws SettingsException when there can be no store
   */
  public static StoreLocation readStore(Config config) {
    return StoreReader.read(new CheckedConfig("parley", config.getConfig("parley")));
  }

  /**
   * @param given extensions that take the place of installed ones of their name
   * @throws SettingsException when a value is not what its key asks for
   */
  static Settings read(Config config, List<Extension> given) {
    return new SettingsReader(config).settings(extensions -> extensions.installed(given));
  }

  /**
   * Reads the settings of a server that runs, whose extensions stay the same objects.
   *
   * @throws SettingsException when a value is not what its key asks for
   */
  static Settings readAgain(Config config, InstalledExtensions installed) {
    return new SettingsReader(config).settings(extensions -> installed);
  }

  private Settings settings(Function<ExtensionReader, InstalledExtensions> installing) {
    listeners.checkKinds();
    String logLevel = root.oneOf("log-level", List.of("error", "warn", "info", "debug"));
    InstalledExtensions installed = installing.apply(extensions);
    List<ListenerSettings> open = listeners.read();
    ConnectionLimits connections =
        limits.connections(config.getBytes("pekko.io.tcp.direct-buffer-size"));
    StoreLocation store = StoreReader.read(root);
    RoomPlans plans =
        new RoomPlanReader(installed, extensions.allowed(), history)
            .read(config.getObject("parley.rooms"));
    return new Settings(
        open,
        connections,
        names(plans.extensionNames(), store.keeps()),
        moderation(store.keeps()),
        rooms(plans),
        installed,
        new ShutdownSettings(root.duration("go-down-within")),
        store,
        history.server(),
        ConfiguredFile.toWrite(root, "audit-log"),
        logLevel,
        config);
  }

  private NameSettings names(Set<String> extensionNames, boolean keeps) {
    return new NameSettings(
        limits.maxName(),
        extensionNames,
        access.reservedNames(),
        access.password("server-password"),
        keeps,
        access.registration(),
        access.registrationsPerAddress(),
        access.maxRegistrations(),
        limits.exemptAddresses(),
        limits.messages());
  }

  private ModerationSettings moderation(boolean keeps) {
    return new ModerationSettings(
        access.password("operator-password"), limits.maxName(), keeps, limits.exemptAddresses());
  }

  private RegistrySettings rooms(RoomPlans plans) {
    rooms.with(plans.others()); // also what no room uses today must be in order
    return new RegistrySettings(
        name -> rooms.with(plans.of(name)),
        rooms.startRoom(),
        limits.rooms(),
        limits.roomMembers());
  }
}
