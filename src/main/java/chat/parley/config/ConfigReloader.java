package chat.parley.config;

import com.typesafe.config.Config;
import java.util.function.Supplier;

/** A reader of the configuration of a server that runs. It waits for the disk. */
public final class ConfigReloader {
  private final Supplier<Config> source;

  /**
   * A reader of {@code source}.
   *
   * @param source reads the configuration
   */
  public ConfigReloader(Supplier<Config> source) {
    this.source = source;
  }

  /**
   * Reads it, and checks all of it, also what does not count yet. The extensions stay those of the
   * start.
   *
   * @param running what the server runs with
   * @throws SettingsException when something is wrong with it
   */
  public ConfigReload.Accepted since(Settings running) {
    Config read = source.get();
    SettingsReader.readAgain(read, running.installed());
    ConfigDiff diff = ConfigDiff.between(running.config(), read);
    Config config = diff.running(running.config(), read);
    return new ConfigReload.Accepted(diff, SettingsReader.readAgain(config, running.installed()));
  }
}
