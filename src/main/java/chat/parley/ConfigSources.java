package chat.parley;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where settings come from. A flag beats a Java system property, which beats an environment
 * variable, which beats the file, which beats {@code reference.conf}.
 *
 * @param file what {@code --config} names
 * @param doors what {@code --door} gives; none leaves the configured ones
 * @param assignments what {@code --set} gives, each {@code KEY=VALUE}
 * @param environment the environment variables
 */
record ConfigSources(
    Optional<Path> file,
    List<String> doors,
    List<String> assignments,
    Map<String, String> environment) {

  static final String FILE_VARIABLE = "PARLEY_CONFIG";
  static final String DOORS_VARIABLE = "PARLEY_DOORS";
  static final String LOG_LEVEL_VARIABLE = "PARLEY_LOG_LEVEL";

  private static final String ROOT = "parley";
  private static final ConfigParseOptions FROM_SET =
      ConfigParseOptions.defaults().setOriginDescription("--set");

  /**
   * All sources in one.
   *
   * @throws SettingsException when one cannot be read or names a key that does not exist
   */
  Config load() {
    Config reference = ConfigFactory.defaultReference();
    Config flags = flags();
    Config fromFile = fromFile();
    rejectUnknownKeys(flags, reference);
    rejectUnknownKeys(fromFile, reference);
    try {
      return flags
          .withFallback(ConfigFactory.systemProperties())
          .withFallback(fromEnvironment())
          .withFallback(fromFile)
          .withFallback(ConfigFactory.parseResources("application.conf"))
          .withFallback(reference)
          .resolve();
    } catch (ConfigException e) {
      throw new SettingsException(oneLine(e));
    }
  }

  private Config flags() {
    Config flags = ConfigFactory.empty();
    for (String assignment : assignments) {
      flags = assigned(assignment).withFallback(flags);
    }
    if (!doors.isEmpty()) {
      flags = flags.withValue("parley.doors", ConfigValueFactory.fromAnyRef(doors, "--door"));
    }
    return flags;
  }

  private static Config assigned(String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new SettingsException("--set " + assignment + " is not KEY=VALUE");
    }
    String key = assignment.substring(0, equals).strip();
    String text = assignment.substring(equals + 1).strip();
    try {
      return ConfigFactory.empty().withValue(key, value(text));
    } catch (ConfigException e) {
      throw new SettingsException("--set " + assignment + ": " + key + " is not a key");
    }
  }

  /** A value in HOCON where {@code text} is one, otherwise the text itself. */
  private static ConfigValue value(String text) {
    try {
      return ConfigFactory.parseString("value = " + text, FROM_SET).getValue("value");
    } catch (ConfigException e) {
      return ConfigValueFactory.fromAnyRef(text, "--set");
    }
  }

  private Config fromEnvironment() {
    Config config = ConfigFactory.empty();
    String doorList = environment.get(DOORS_VARIABLE);
    if (doorList != null) {
      List<String> each = Arrays.stream(doorList.split(",")).map(String::strip).toList();
      config =
          config.withValue("parley.doors", ConfigValueFactory.fromAnyRef(each, DOORS_VARIABLE));
    }
    String logLevel = environment.get(LOG_LEVEL_VARIABLE);
    if (logLevel != null) {
      config =
          config.withValue(
              "parley.log-level", ConfigValueFactory.fromAnyRef(logLevel, LOG_LEVEL_VARIABLE));
    }
    return config;
  }

  private Config fromFile() {
    Optional<Path> path =
        file.or(() -> Optional.ofNullable(environment.get(FILE_VARIABLE)).map(Path::of));
    if (path.isEmpty()) {
      return ConfigFactory.empty();
    }
    if (!Files.isReadable(path.get()) || Files.isDirectory(path.get())) {
      throw new SettingsException("cannot read the configuration file " + path.get());
    }
    try {
      return ConfigFactory.parseFile(path.get().toFile());
    } catch (ConfigException e) {
      throw new SettingsException(oneLine(e));
    }
  }

  private static void rejectUnknownKeys(Config given, Config reference) {
    if (!given.hasPath(ROOT)) {
      return;
    }
    ConfigValue root = given.root().get(ROOT);
    if (root.valueType() != ConfigValueType.OBJECT) {
      throw new SettingsException(ROOT + " must hold settings" + origin(root));
    }
    rejectUnknownKeys(ROOT, (ConfigObject) root, (ConfigObject) reference.root().get(ROOT));
  }

  private static void rejectUnknownKeys(String path, ConfigObject given, ConfigObject reference) {
    for (Map.Entry<String, ConfigValue> entry : given.entrySet()) {
      String key = path + "." + entry.getKey();
      ConfigValue known = reference.get(entry.getKey());
      if (known == null) {
        throw new SettingsException(
            "there is no setting "
                + key
                + origin(entry.getValue())
                + "; see --print-default-config");
      }
      if (known instanceof ConfigObject inner) {
        if (!(entry.getValue() instanceof ConfigObject givenInner)) {
          throw new SettingsException(key + " must hold settings" + origin(entry.getValue()));
        }
        rejectUnknownKeys(key, givenInner, inner);
      }
    }
  }

  static String origin(ConfigValue value) {
    String where = value.origin().description();
    return where.startsWith("--set") ? " (--set)" : " (" + where + ")";
  }

  private static String oneLine(ConfigException e) {
    return e.getMessage().lines().findFirst().orElse("the configuration cannot be read");
  }
}
