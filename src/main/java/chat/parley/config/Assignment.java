package chat.parley.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;

/** A setting on the command line: {@code --set KEY=VALUE}. */
final class Assignment {
  /** What messages call it. */
  static final String ORIGIN = "--set";

  private Assignment() {}

  /**
   * The one setting that {@code written}, {@code KEY=VALUE}, is about.
   *
   * @throws SettingsException when it is no assignment, or not to a key of {@code known}
   */
  static Config parse(String written, KnownKeys known) {
    int equals = written.indexOf('=');
    if (equals < 1) {
      throw new SettingsException(ORIGIN + " " + written + " is not KEY=VALUE");
    }
    String key = written.substring(0, equals).strip();
    String text = written.substring(equals + 1).strip();
    try {
      ConfigValue value = value(text).withOrigin(ConfigOriginFactory.newSimple(ORIGIN));
      known.checkRoot(key, value);
      return ConfigFactory.parseMap(Map.of(key, value), ORIGIN);
    } catch (ConfigException e) {
      throw new SettingsException(ORIGIN + " " + written + ": " + key + " is not a key");
    }
  }

  /** A value in HOCON where {@code text} is one, otherwise the text itself. */
  private static ConfigValue value(String text) {
    try {
      Config parsed =
          ConfigFactory.parseString(
              "value = " + text, ConfigParseOptions.defaults().setOriginDescription(ORIGIN));
      // A text such as "a, b = c" would set another key as well, and ${x} refers to nothing here.
      if (parsed.root().size() == 1 && parsed.isResolved()) {
        return parsed.root().get("value");
      }
    } catch (ConfigException e) {
      // A text that only looks like something else.
    }
    return ConfigValueFactory.fromAnyRef(text, ORIGIN);
  }
}
