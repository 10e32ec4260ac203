package chat.parley.config;

import static java.util.Locale.ROOT;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of the configuration whose values are checked as they are read. One line says what is
 * wrong: the key, what belongs there, what is there, and where that was written.
 */
final class CheckedConfig {
  private static final long MAX_BYTES = 1L << 40;

  /** Pekko's timers go up to some months only. */
  private static final Duration MAX_WAIT = Duration.ofHours(1);

  /** What Java, and so the library, takes for a number: 5d for 5, 0x1p3 for 8. */
  private static final Pattern JAVA_NUMBER = Pattern.compile("(?i).*([0-9.][df]|0x.*)");

  private final String path;
  private final Config config;

  CheckedConfig(String path, Config config) {
    this.path = path;
    this.config = config;
  }

  CheckedConfig inner(String key) {
    return new CheckedConfig(path + "." + key, config.getConfig(key));
  }

  /**
   * This part with the values of {@code own} before its own; keys that it does not have are wrong.
   */
  CheckedConfig overriddenBy(ConfigObject own, String where) {
    for (String key : own.keySet()) {
      if (!config.root().containsKey(key)) {
        throw new SettingsException("there is no setting " + key + " for " + where, own.get(key));
      }
    }
    return new CheckedConfig(path, own.toConfig().withFallback(config));
  }

  /** The same values by the name {@code otherPath}, with those of {@code own} before them. */
  CheckedConfig overriddenBy(ConfigObject own, String otherPath, Set<String> allowed) {
    for (String key : own.keySet()) {
      if (!allowed.contains(key)) {
        throw new SettingsException("there is no setting " + otherPath + "." + key, own.get(key));
      }
    }
    return new CheckedConfig(otherPath, own.toConfig().withFallback(config));
  }

  /** A whole number from {@code min} to {@code max}. */
  int integer(String key, int min, int max) {
    return integer(key, min, max, "a whole number from " + min + " to " + max);
  }

  /**
   * A whole number from {@code min} to {@code max}, or something else that its reader has looked
   * for.
   *
   * @param kind says all that it may be
   */
  int integer(String key, int min, int max, String kind) {
    Number number = read(key, kind, () -> config.getNumber(key));
    if (isJavaNumber(key)
        || number.doubleValue() != number.longValue()
        || number.longValue() < min
        || number.longValue() > max) {
      throw wrong(key, kind);
    }
    return number.intValue();
  }

  /** A size in bytes, such as {@code 8 KiB}. */
  long bytes(String key, long min) {
    String kind = "a size from " + min + " bytes to 1 TiB, such as 8 KiB";
    long bytes = read(key, kind, () -> config.getBytes(key));
    if (isJavaNumber(key) || bytes < min || bytes > MAX_BYTES) {
      throw wrong(key, kind);
    }
    return bytes;
  }

  private boolean isJavaNumber(String key) {
    return JAVA_NUMBER.matcher(text(key).strip()).matches();
  }

  /** A time of an hour at most; nobody waits as long. */
  Duration duration(String key) {
    return duration(key, MAX_WAIT);
  }

  /** A time, such as {@code 3 s}; never a bare number, which is anybody's guess. */
  Duration duration(String key, Duration max) {
    return duration(key, max, "a time of at most " + max.toSeconds() + " s, such as 3 s or 500 ms");
  }

  /**
   * A time of at most {@code max}, or something else that its reader has looked for.
   *
   * @param kind says all that it may be
   */
  Duration duration(String key, Duration max, String kind) {
    Duration duration = read(key, kind, () -> config.getDuration(key));
    boolean hasUnit = text(key).strip().matches(".*[a-z]");
    if (!hasUnit || duration.isNegative() || duration.compareTo(max) > 0) {
      throw wrong(key, kind);
    }
    return duration;
  }

  /** A list of {@code things}, at least one. */
  ConfigList list(String key, String things) {
    String kind = "a list of " + things + " with at least one";
    ConfigList list = read(key, kind, () -> config.getList(key));
    if (list.isEmpty()) {
      throw wrong(key, kind);
    }
    return list;
  }

  /** A list of {@code things}, which may be empty. */
  ConfigList listOrNone(String key, String things) {
    return read(key, "a list of " + things, () -> config.getList(key));
  }

  /** The value of {@code key} as it was written. */
  ConfigValue value(String key) {
    return config.root().get(key);
  }

  /** The whole name of {@code key}. */
  String path(String key) {
    return path + "." + key;
  }

  boolean bool(String key) {
    return read(key, "on or off", () -> config.getBoolean(key));
  }

  String text(String key) {
    return read(key, "a text", () -> config.getString(key));
  }

  String oneOf(String key, List<String> allowed) {
    String value = text(key);
    if (!allowed.contains(value)) {
      throw wrong(key, "one of " + String.join(", ", allowed));
    }
    return value;
  }

  /** One of the constants of {@code kind}, which settings have in small letters. */
  <E extends Enum<E>> E oneOf(String key, Class<E> kind) {
    List<String> allowed =
        Stream.of(kind.getEnumConstants()).map(each -> each.name().toLowerCase(ROOT)).toList();
    return Enum.valueOf(kind, oneOf(key, allowed).toUpperCase(ROOT));
  }

  private <T> T read(String key, String kind, Supplier<T> read) {
    try {
      return read.get();
    } catch (ConfigException e) {
      throw wrong(key, kind);
    }
  }

  /** What to throw when the value of {@code key} is not {@code kind}. */
  SettingsException wrong(String key, String kind) {
    ConfigValue value = value(key);
    String problem = path(key) + " must be " + kind + ", not ";
    return value == null
        ? new SettingsException(problem + "nothing")
        : new SettingsException(problem + value.render(ConfigRenderOptions.concise()), value);
  }
}
