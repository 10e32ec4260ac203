package chat.parley.cli;

import chat.parley.config.ConfigSources;
import chat.parley.config.SettingsException;
import chat.parley.config.SettingsReader;
import chat.parley.store.StoreLocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which store a command is about. */
final class StoreOptions {
  /** What stands below the help of these commands. */
  static final String ENVIRONMENT =
      "Environment: PARLEY_STORE names the store, PARLEY_CONFIG the file. An option beats a"
          + " variable, which beats the file.";

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description =
          "The store, as the server is given it: a folder, or postgresql://USER@HOST/DB;"
              + " parley-data if left out.")
  private String store;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The server's settings, which say where its store is.")
  private Path file;

  /**
   * Where the store is.
   *
   * @throws SettingsException when that cannot be said
   */
  StoreLocation location() {
    var sources =
        new ConfigSources(
            Optional.ofNullable(file),
            List.of(),
            Optional.empty(),
            Optional.ofNullable(store),
            List.of(),
            System.getenv());
    return SettingsReader.readStore(sources.load());
  }
}
