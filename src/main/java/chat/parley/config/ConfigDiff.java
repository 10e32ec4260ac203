package chat.parley.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What differs between the configuration that a server runs with and the one that has been read
 * again, and what it runs with then: some settings count from the next start only.
 *
 * @param lines what has changed, a line for each setting, or that nothing has
 * @param running what the server runs with from now on
 */
public record ConfigDiff(List<String> lines, Config running) {
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

  /** What is below may hold secrets: passwords, and what extensions must know. */
  private static final List<String> NOT_SHOWN = List.of("parley.access.", "parley.rooms.");

  static ConfigDiff of(Config before, Config after) {
    Config running = after;
    List<String> lines = new ArrayList<>();
    for (String key : changed(before, after)) {
      if (countsNow(key)) {
        lines.add(key + (isShown(key) ? " is now " + shown(key, after) : " has changed"));
      } else {
        lines.add(key + " needs a restart to be " + shown(key, after));
        running =
            before.hasPathOrNull(key)
                ? running.withValue(key, before.getValue(key))
                : running.withoutPath(key);
      }
    }
    if (!libraries(before).equals(libraries(after))) {
      lines.add("what has changed in the settings of libraries needs a restart");
      running = libraries(before).withFallback(running);
    }
    return new ConfigDiff(lines.isEmpty() ? List.of("nothing has changed") : lines, running);
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

  private static boolean countsNow(String key) {
    return AT_START.stream().noneMatch(each -> key.equals(each) || key.startsWith(each + "."));
  }

  private static boolean isShown(String key) {
    return NOT_SHOWN.stream().noneMatch(key::startsWith);
  }

  private static String shown(String key, Config config) {
    return config.hasPath(key)
        ? config.getValue(key).render(ConfigRenderOptions.concise())
        : "not set";
  }

  private static Config libraries(Config config) {
    return config.withoutPath("parley");
  }
}
