package chat.parley.config;

import chat.parley.notation.FileNames;
import chat.parley.notation.FileTrouble;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Where settings come from. A flag beats a Java system property, which beats an environment
 * variable, which beats the file, which beats {@code reference.conf}.
 *
 * @param file what {@code --config} names
 * @param listeners what {@code --listen} gives; none leaves the configured ones
 * @param extensions the folder that {@code --extensions} names
 * @param assignments what {@code --set} gives, each {@code KEY=VALUE}
 * @param environment the environment variables; one with nothing in it counts for none
 * @param properties the Java system properties
 */
public record ConfigSources(
    Optional<Path> file,
    List<String> listeners,
    Optional<Path> extensions,
    List<String> assignments,
    Map<String, String> environment,
    Properties properties) {

  static final String FILE_VARIABLE = "PARLEY_CONFIG";
  static final String LISTENERS_VARIABLE = "PARLEY_LISTENERS";

  /** What it was called in earlier versions. */
  private static final String OLD_LISTENERS_VARIABLE = "PARLEY_DOORS";

  static final String LOG_LEVEL_VARIABLE = "PARLEY_LOG_LEVEL";

  private static final String ASSIGNMENT = "--set";
  private static final Pattern QUOTED = Pattern.compile("['\"].*['\"]");

  /** With the system properties of this process. */
  public ConfigSources(
      Optional<Path> file,
      List<String> listeners,
      Optional<Path> extensions,
      List<String> assignments,
      Map<String, String> environment) {
    this(file, listeners, extensions, assignments, environment, System.getProperties());
  }

  /**
   * All sources in one.
   *
   * @throws SettingsException when one cannot be read or names a key that does not exist
   */
  public Config load() {
    // Unresolved, because resolving it would mix the system properties in, and every key be known.
    Config reference = ConfigFactory.defaultReferenceUnresolved();
    KnownKeys known = new KnownKeys(reference);
    Config flags = flags(known);
    Config fromProperties = fromProperties();
    Config fromFile = fromFile();
    try {
      Config all =
          flags
              .withFallback(fromProperties)
              .withFallback(fromEnvironment())
              .withFallback(fromFile)
              .withFallback(ConfigFactory.parseResources("application.conf"))
              .withFallback(reference)
              .resolve();
      known.check(flags);
      known.check(fromProperties);
      known.check(fromFile.resolveWith(all));
      return all;
    } catch (ConfigException e) {
      throw new SettingsException(oneLine(e));
    }
  }

  private Config flags(KnownKeys known) {
    Config flags = ConfigFactory.empty();
    for (String assignment : assignments) {
      flags = assigned(assignment, known).withFallback(flags);
    }
    if (!listeners.isEmpty()) {
      flags =
          flags.withValue("parley.listeners", ConfigValueFactory.fromAnyRef(listeners, "--listen"));
    }
    if (extensions.isPresent()) {
      flags =
          flags.withValue(
              "parley.extension.folder",
              ConfigValueFactory.fromAnyRef(extensions.get().toString(), "--extensions"));
    }
    return flags;
  }

  private static Config assigned(String assignment, KnownKeys known) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new SettingsException("--set " + assignment + " is not KEY=VALUE");
    }
    String key = assignment.substring(0, equals).strip();
    String text = assignment.substring(equals + 1).strip();
    try {
      ConfigValue value = value(text).withOrigin(ConfigOriginFactory.newSimple(ASSIGNMENT));
      known.checkRoot(key, value);
      return ConfigFactory.parseMap(Map.of(key, value), ASSIGNMENT);
    } catch (ConfigException e) {
      throw new SettingsException("--set " + assignment + ": " + key + " is not a key");
    }
  }

  /** A value in HOCON where {@code text} is one, otherwise the text itself. */
  private static ConfigValue value(String text) {
    try {
      Config parsed = ConfigFactory.parseString("value = " + text, from(ASSIGNMENT));
      // A text such as "a, b = c" would set another key as well, and ${x} refers to nothing here.
      if (parsed.root().size() == 1 && parsed.isResolved()) {
        return parsed.root().get("value");
      }
    } catch (ConfigException e) {
      // A text that only looks like something else.
    }
    return ConfigValueFactory.fromAnyRef(text, ASSIGNMENT);
  }

  private Config fromProperties() {
    return ConfigFactory.parseProperties(properties, from("system properties"));
  }

  private static ConfigParseOptions from(String origin) {
    return ConfigParseOptions.defaults().setOriginDescription(origin);
  }

  private Config fromEnvironment() {
    if (variable(OLD_LISTENERS_VARIABLE).isPresent()) {
      throw new SettingsException(
          OLD_LISTENERS_VARIABLE + " is called " + LISTENERS_VARIABLE + " now; set that");
    }
    Config config = ConfigFactory.empty();
    Optional<String> listenerList = variable(LISTENERS_VARIABLE);
    if (listenerList.isPresent()) {
      List<String> each = Arrays.stream(listenerList.get().split(",")).map(String::strip).toList();
      config =
          config.withValue(
              "parley.listeners", ConfigValueFactory.fromAnyRef(each, LISTENERS_VARIABLE));
    }
    Optional<String> logLevel = variable(LOG_LEVEL_VARIABLE);
    if (logLevel.isPresent()) {
      config =
          config.withValue(
              "parley.log-level",
              ConfigValueFactory.fromAnyRef(logLevel.get(), LOG_LEVEL_VARIABLE));
    }
    return config;
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static Path path(String name) {
    try {
      return FileNames.path(name);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(FILE_VARIABLE + ": " + e.getMessage());
    }
  }

  private Config fromFile() {
    Optional<Path> path = file.or(() -> variable(FILE_VARIABLE).map(ConfigSources::path));
    if (path.isEmpty()) {
      return ConfigFactory.empty();
    }
    Optional<String> trouble = FileTrouble.withReading(path.get());
    if (trouble.isPresent()) {
      throw new SettingsException(
          "cannot read the configuration file " + path.get() + ": " + trouble.get());
    }
    try {
      return ConfigFactory.parseFile(path.get().toFile());
    } catch (ConfigException e) {
      throw new SettingsException(oneLine(e));
    }
  }

  static String origin(ConfigValue value) {
    return " (" + value.origin().description() + ")";
  }

  private static String oneLine(ConfigException e) {
    String why = e.getMessage().lines().findFirst().orElse("the configuration cannot be read");
    // What it quotes of a file that cannot be read may be a password; the line's number stays.
    return e instanceof ConfigException.Parse ? QUOTED.matcher(why).replaceAll("...") : why;
  }
}
