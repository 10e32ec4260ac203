package chat.parley.config;

import chat.parley.extension.Extension;
import chat.parley.hosting.EnabledExtension;
import chat.parley.hosting.ExtensionSettings;
import chat.parley.store.Retention;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A reader of {@code parley.rooms}: what is particular to which rooms. */
final class RoomPlanReader {
  private static final String PATH = "parley.rooms";
  private static final String EXTENSIONS = "extensions";
  private static final String HISTORY = "history";
  private static final Set<String> KEYS = Set.of(EXTENSIONS, HISTORY);
  private static final String NAME = "name";

  private final InstalledExtensions installed;
  private final ExtensionSettings allowed;
  private final HistoryReader history;

  /**
   * @param history of every room, where a plan says nothing else
   */
  RoomPlanReader(InstalledExtensions installed, ExtensionSettings allowed, HistoryReader history) {
    this.installed = installed;
    this.allowed = allowed;
    this.history = history;
  }

  /**
   * The plans for all rooms.
   *
   * @throws SettingsException when something in {@code rooms} is not as it should be
   */
  RoomPlans read(ConfigObject rooms) {
    return new RoomPlans(
        rooms.entrySet().stream().map(this::plan).toList(),
        new RoomPlan("*", List.of(), history.retention()));
  }

  private RoomPlan plan(Map.Entry<String, ConfigValue> room) {
    String path = PATH + "." + room.getKey();
    if (!(room.getValue() instanceof ConfigObject plan)) {
      throw new SettingsException(path + " must hold settings", room.getValue());
    }
    for (String key : plan.keySet()) {
      if (!KEYS.contains(key)) {
        throw new SettingsException("there is no setting " + path + "." + key, plan.get(key));
      }
    }
    return new RoomPlan(room.getKey(), extensions(path, plan), retention(path, plan));
  }

  private Retention retention(String path, ConfigObject plan) {
    ConfigValue own = plan.get(HISTORY);
    String ownPath = path + "." + HISTORY;
    if (own == null) {
      return history.retention();
    }
    if (!(own instanceof ConfigObject settings)) {
      throw new SettingsException(ownPath + " must hold settings", own);
    }
    return history.retention(settings, ownPath);
  }

  private List<EnabledExtension> extensions(String path, ConfigObject plan) {
    ConfigValue value = plan.get(EXTENSIONS);
    if (value != null && !(value instanceof ConfigList)) {
      throw new SettingsException(path + "." + EXTENSIONS + " must be a list", value);
    }
    List<EnabledExtension> enabled = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ConfigValue each : value == null ? List.<ConfigValue>of() : (ConfigList) value) {
      EnabledExtension extension = extension(path, each);
      if (!names.add(extension.extension().name())) {
        throw new SettingsException(path + " has " + extension.extension().name() + " twice", each);
      }
      enabled.add(extension);
    }
    return List.copyOf(enabled);
  }

  private EnabledExtension extension(String path, ConfigValue value) {
    NamedEntry entry =
        NamedEntry.of(value, NAME)
            .orElseThrow(
                () ->
                    new SettingsException(
                        path + " has an extension that is neither a name nor { name = NAME, … }",
                        value));
    String name = entry.name();
    ConfigObject own = entry.own();
    Extension extension =
        installed
            .named(name)
            .orElseThrow(
                () ->
                    new SettingsException(
                        path
                            + " names the extension "
                            + name
                            + ", which is not installed; there are: "
                            + installed.names(),
                        value));
    Config defaults = extension.defaults();
    for (String key : own.keySet()) {
      if (!defaults.root().containsKey(key)) {
        throw new SettingsException("the extension " + name + " has no setting " + key, value);
      }
    }
    ExtensionValues.check(path + ": " + name, own, defaults);
    Config settings = own.toConfig().withFallback(defaults);
    try {
      extension.check(settings);
    } catch (ConfigException | IllegalArgumentException e) {
      throw new SettingsException("the extension " + name + ": " + e.getMessage(), value);
    }
    return new EnabledExtension(extension, settings, allowed);
  }
}
