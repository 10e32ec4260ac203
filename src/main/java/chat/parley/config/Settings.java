package chat.parley.config;

import chat.parley.extension.Extension;
import chat.parley.listener.ConnectionLimits;
import chat.parley.listener.ListenerSettings;
import chat.parley.moderation.ModerationSettings;
import chat.parley.rooms.RegistrySettings;
import chat.parley.store.HistorySettings;
import chat.parley.store.StoreLocation;
import chat.parley.users.NameSettings;
import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * All settings of a server, read and checked.
 *
 * @param installed the extensions that there are
 * @param store where what outlives the server is kept
 * @param history how what is said is kept there
 * @param auditLog where it is written what operators do; empty for the log
 * @param config what it was read from, with the settings of the libraries
 */
public record Settings(
    List<ListenerSettings> listeners,
    ConnectionLimits connections,
    NameSettings names,
    ModerationSettings moderation,
    RegistrySettings rooms,
    InstalledExtensions installed,
    ShutdownSettings shutdown,
    StoreLocation store,
    HistorySettings history,
    Optional<Path> auditLog,
    String logLevel,
    Config config) {

  /**
   * The settings of a server that is started from Java. Only what is given here differs from the
   * defaults, and that nothing outlives it unless {@code parley.store} is among it; environment and
   * system properties do not count.
   *
   * @param listeners where to listen, each {@code KIND:[HOST:]PORT}
   * @param assignments other settings, each {@code KEY=VALUE}, the value in HOCON
   * @param extensions besides the installed ones, or in place of those of their name
   * @throws SettingsException when one of these is not as it should be
   */
  public static Settings of(
      List<String> listeners, List<String> assignments, List<Extension> extensions) {
    var sources =
        new ConfigSources(
            Optional.empty(),
            listeners,
            Optional.empty(),
            Optional.empty(),
            Stream.concat(Stream.of("parley.store=none"), assignments.stream()).toList(),
            Map.of(),
            new Properties());
    return SettingsReader.read(sources.load(), extensions);
  }

  /** Whether what is said in the room where everybody starts outlives the server. */
  public boolean keepsPosts() {
    return store.keeps()
        && !rooms.rooms().apply(rooms.startRoom()).history().retention().isNothing();
  }
}
