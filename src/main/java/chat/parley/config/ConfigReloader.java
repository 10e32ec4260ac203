package chat.parley.config;

import com.typesafe.config.Config;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

/** Reads the configuration of a server that runs again; it waits for the disk. */
public final class ConfigReloader {

  /**
   * What came of it.
   *
   * @param settings to go by from now on, but for what counts from the next start
   */
  public record Changed(ConfigDiff reload, Settings settings) {}

  private final Callable<Config> source;
  private final InstalledExtensions installed;

  /**
   * @param source reads the configuration
   * @param installed the extensions, which stay those of the start
   */
  public ConfigReloader(Callable<Config> source, InstalledExtensions installed) {
    this.source = source;
    this.installed = installed;
  }

  /**
   * Reads it, and checks all of it, also what does not count yet.
   *
   * @param running what the server runs with
   * @throws SettingsException when something is wrong with it
   */
  public Changed since(Config running) {
    Config read = read();
    SettingsReader.readAgain(read, installed);
    ConfigDiff reload = ConfigDiff.of(running, read);
    return new Changed(reload, SettingsReader.readAgain(reload.running(), installed));
  }

  private Config read() {
    try {
      return source.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }
}
