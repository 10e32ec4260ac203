package chat.parley.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A check of an extension's settings against their defaults. A setting whose default is a time must
 * be a time with its unit, and one whose default is a whole number must be a whole number.
 */
final class ExtensionValues {
  private static final Pattern TIME = Pattern.compile("[0-9.]+ ?(ns|us|ms|s|m|h|d)");

  /** Pekko's timers go up to some months only. */
  private static final Duration MAX_TIME = Duration.ofDays(100);

  private static final int MAX_NUMBER = 1_000_000_000;

  private ExtensionValues() {}

  /**
   * @param where the extension, as messages name it
   * @throws SettingsException when something in {@code own} does not look like its default
   */
  static void check(String where, ConfigObject own, Config defaults) {
    CheckedConfig settings = new CheckedConfig(where, own.toConfig());
    for (String key : own.keySet()) {
      Object usual = defaults.root().get(key).unwrapped();
      if (usual instanceof String text && TIME.matcher(text).matches()) {
        settings.duration(key, MAX_TIME);
      } else if (usual instanceof Integer) {
        settings.integer(key, -MAX_NUMBER, MAX_NUMBER);
      }
    }
  }
}
