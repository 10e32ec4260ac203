package chat.parley.config;

import chat.parley.notation.FileNames;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The environment variables that hold settings. An empty one counts as not set. */
record EnvironmentVariables(Map<String, String> values) {
  private static final String FILE = "PARLEY_CONFIG";
  private static final String LISTENERS = "PARLEY_LISTENERS";
  private static final String STORE = "PARLEY_STORE";
  private static final String LOG_LEVEL = "PARLEY_LOG_LEVEL";

  /** What {@link #LISTENERS} was called in earlier versions. */
  private static final String OLD_LISTENERS = "PARLEY_DOORS";

  /**
   * The settings that they hold.
   *
   * @throws SettingsException when one is set that is called otherwise now
   */
  Config config() {
    if (value(OLD_LISTENERS).isPresent()) {
      throw new SettingsException(OLD_LISTENERS + " is called " + LISTENERS + " now; set that");
    }
    Optional<List<String>> listeners =
        value(LISTENERS).map(list -> Arrays.stream(list.split(",")).map(String::strip).toList());
    return setting("parley.listeners", listeners, LISTENERS)
        .withFallback(setting("parley.store", value(STORE), STORE))
        .withFallback(setting("parley.log-level", value(LOG_LEVEL), LOG_LEVEL));
  }

  private static Config setting(String key, Optional<?> value, String variable) {
    return value
        .map(it -> ConfigValueFactory.fromAnyRef(it, variable).atPath(key))
        .orElseGet(ConfigFactory::empty);
  }

  /** The configuration file that they name. */
  Optional<Path> file() {
    return value(FILE).map(EnvironmentVariables::path);
  }

  private static Path path(String name) {
    try {
      return FileNames.path(name);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(FILE + ": " + e.getMessage());
    }
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }
}
