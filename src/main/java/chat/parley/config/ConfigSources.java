package chat.parley.config;

import chat.parley.notation.FileTrouble;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The sources of settings. A flag beats a Java system property, which beats an environment
 * variable, which beats the file, which beats {@code reference.conf}.
 *
 * @param file what {@code --config} names
 * @param listeners what {@code --listen} gives; none leaves the configured ones
 * @param extensions the folder that {@code --extensions} names
 * @param store what {@code --store} gives
 * @param assignments what {@code --set} gives, each {@code KEY=VALUE}
 * @param environment the environment variables; one with nothing in it counts for none
 * @param properties the Java system properties
 */
public record ConfigSources(
    Optional<Path> file,
    List<String> listeners,
    Optional<Path> extensions,
    Optional<String> store,
    List<String> assignments,
    Map<String, String> environment,
    Properties properties) {

  /** What messages call the system properties. */
  static final String PROPERTIES_ORIGIN = "system properties";

  private static final Pattern QUOTED = Pattern.compile("['\"].*['\"]");

  /** With the system properties of this process. */
  public ConfigSources(
      Optional<Path> file,
      List<String> listeners,
      Optional<Path> extensions,
      Optional<String> store,
      List<String> assignments,
      Map<String, String> environment) {
    this(file, listeners, extensions, store, assignments, environment, System.getProperties());
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
              .withFallback(new EnvironmentVariables(environment).config())
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
      flags = Assignment.parse(assignment, known).withFallback(flags);
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
    if (store.isPresent()) {
      flags =
          flags.withValue("parley.store", ConfigValueFactory.fromAnyRef(store.get(), "--store"));
    }
    return flags;
  }

  private Config fromProperties() {
    return ConfigFactory.parseProperties(
        properties, ConfigParseOptions.defaults().setOriginDescription(PROPERTIES_ORIGIN));
  }

  private Config fromFile() {
    Optional<Path> path = file.or(new EnvironmentVariables(environment)::file);
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

  private static String oneLine(ConfigException e) {
    String why = e.getMessage().lines().findFirst().orElse("the configuration cannot be read");
    // What it quotes of a file that cannot be read may be a password; the line's number stays.
    return e instanceof ConfigException.Parse ? QUOTED.matcher(why).replaceAll("...") : why;
  }
}
