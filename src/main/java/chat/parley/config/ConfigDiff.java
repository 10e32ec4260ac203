package chat.parley.config;

import chat.parley.config.ChangedSetting.Effect;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
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
 * @param running what the server runs with from now on
 */
record ConfigDiff(List<ChangedSetting> settings, boolean libraries, Config running) {
  /** Settings that count from the next start, and those below them. */
  private static final List<String> AT_START =
      List.of(
          "parley.listeners",
          "parley.backlog",
          "parley.store",
          "parley.audit-log",
          "parley.go-down-within",
          "parley.extension.folder",
          "parley.extension.broken");

  static ConfigDiff of(Config before, Config after) {
    Config running = after;
    List<ChangedSetting> settings = new ArrayList<>();
    for (String key : changed(before, after)) {
      Effect effect = effect(key);
      settings.add(new ChangedSetting(key, value(key, after), effect));
      if (effect == Effect.AT_RESTART) {
        running =
            before.hasPathOrNull(key)
                ? running.withValue(key, before.getValue(key))
                : running.withoutPath(key);
      }
    }
    boolean libraries = !libraries(before).equals(libraries(after));
    return new ConfigDiff(
        List.copyOf(settings),
        libraries,
        libraries ? libraries(before).withFallback(running) : running);
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
