package chat.parley.config;

import chat.parley.config.ChangedSetting.Effect;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The difference between the configuration that a server runs with and the one that has been read
 * again. Some settings count from the next start only.
 *
 * @param settings those of parley that have changed, in the order of their keys
 * @param libraries whether settings of libraries have changed, which count from the next start
 */
public record ConfigDiff(List<ChangedSetting> settings, boolean libraries) {
  /** Settings that count from the next start, and those below them. */
  private static final List<String> AT_START =
      List.of(
          "parley.listeners",
          "parley.backlog",
          "parley.store",
          "parley.store-password-file",
          "parley.history.durability",
          "parley.history.max-unsaved",
          "parley.audit-log",
          "parley.go-down-within",
          "parley.extension.folder",
          "parley.extension.broken");

  static ConfigDiff between(Config before, Config after) {
    return new ConfigDiff(
        changed(before, after).stream()
            .map(key -> new ChangedSetting(key, value(key, after), effect(key)))
            .toList(),
        !libraries(before).equals(libraries(after)));
  }

  /** What the server runs with from now on: {@code after}, but for what counts from the start. */
  Config running(Config before, Config after) {
    Config running = after;
    for (ChangedSetting each : settings) {
      if (each.effect() == Effect.AT_RESTART) {
        String key = each.key();
        running =
            before.hasPathOrNull(key)
                ? running.withValue(key, before.getValue(key))
                : running.withoutPath(key);
      }
    }
    return libraries ? libraries(before).withFallback(running) : running;
  }

  private static List<String> changed(Config before, Config after) {
    Map<String, ConfigValue> old = leaves(before);
    Map<String, ConfigValue> now = leaves(after);
    return Stream.concat(old.keySet().stream(), now.keySet().stream())
        .distinct()
        .filter(key -> old.get(key) == null || !old.get(key).equals(now.get(key)))
        .sorted()
        .toList();
  }

  private static Map<String, ConfigValue> leaves(Config config) {
    Map<String, ConfigValue> leaves = new TreeMap<>();
    config
        .entrySet()
        .forEach(
            each -> {
              if (each.getKey().startsWith("parley.")) {
                leaves.put(each.getKey(), each.getValue());
              }
            });
    return leaves;
  }

  private static Effect effect(String key) {
    return AT_START.stream().anyMatch(each -> key.equals(each) || key.startsWith(each + "."))
        ? Effect.AT_RESTART
        : Effect.NOW;
  }

  private static Optional<ConfigValue> value(String key, Config config) {
    return config.hasPath(key) ? Optional.of(config.getValue(key)) : Optional.empty();
  }

  private static Config libraries(Config config) {
    return config.withoutPath("parley");
  }
}
