package chat.parley.config;

import chat.parley.notation.FileNames;
import chat.parley.notation.FileTrouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file or folder that a setting names, and that can be used as it has to be; empty when the
 * setting names none.
 */
final class ConfiguredFile {
  private ConfiguredFile() {}

  /** A file that can be read. */
  static Optional<Path> toRead(CheckedConfig config, String key) {
    return usable(config, key, named(config, key), FileTrouble::withReading, "read");
  }

  /** A file that can be written, or made; wherever the program goes, it stays the same. */
  static Optional<Path> toWrite(CheckedConfig config, String key) {
    Optional<Path> file = named(config, key).map(Path::toAbsolutePath);
    return usable(config, key, file, FileTrouble::withWriting, "written");
  }

  /** A folder whose files can be listed. */
  static Optional<Path> toList(CheckedConfig config, String key) {
    return usable(config, key, named(config, key), FileTrouble::withListing, "read");
  }

  /**
   * Refuses a folder that is not there and cannot be made.
   *
   * @param otherwise what to do then
   */
  static void checkToMake(CheckedConfig config, String key, Path folder, String otherwise) {
    if (Files.exists(folder)) {
      return;
    }
    FileTrouble.withWriting(folder)
        .ifPresent(
            why -> {
              throw new SettingsException(
                  config.path(key) + ": " + folder + " cannot be made: " + why + "; " + otherwise,
                  config.value(key));
            });
  }

  private static Optional<Path> named(CheckedConfig config, String key) {
    String name = config.text(key);
    try {
      return name.isBlank() ? Optional.empty() : Optional.of(FileNames.path(name));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(config.path(key) + ": " + e.getMessage(), config.value(key));
    }
  }

  private static Optional<Path> usable(
      CheckedConfig config,
      String key,
      Optional<Path> file,
      Function<Path, Optional<String>> trouble,
      String done) {
    file.flatMap(trouble)
        .ifPresent(
            why -> {
              throw new SettingsException(
                  config.path(key) + ": " + file.get() + " cannot be " + done + ": " + why,
                  config.value(key));
            });
    return file;
  }
}
