package chat.parley;

import chat.parley.extension.Extension;
import chat.parley.hosting.EnabledExtension;
import chat.parley.hosting.ExtensionSettings;
import chat.parley.names.Names;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which extensions are turned on in which rooms: {@code parley.rooms}, whose keys are names of
 * rooms, or patterns in which {@code *} stands for any characters. The plan with a room's very name
 * is its; otherwise that of the longest pattern that fits.
 */
final class RoomPlans {
  private static final String PATH = "parley.rooms";
  private static final String EXTENSIONS = "extensions";
  private static final String NAME = "name";

  private record Plan(String room, List<EnabledExtension> extensions) {
    boolean isPattern() {
      return room.indexOf('*') >= 0;
    }

    boolean fits(String name) {
      return isPattern() ? pattern().matcher(name).matches() : Names.same(room, name);
    }

    private Pattern pattern() {
      String regex =
          Pattern.compile("\\*")
              .splitAsStream(room + " ")
              .map(each -> Pattern.quote(each.stripTrailing()))
              .collect(Collectors.joining(".*"));
      return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
  }

  private final InstalledExtensions installed;
  private final ExtensionSettings allowed;
  private final List<Plan> plans = new ArrayList<>();

  /**
   * @throws SettingsException when something in {@code rooms} is not as it should be
   */
  RoomPlans(ConfigObject rooms, InstalledExtensions installed, ExtensionSettings allowed) {
    this.installed = installed;
    this.allowed = allowed;
    for (Map.Entry<String, ConfigValue> room : rooms.entrySet()) {
      String path = PATH + "." + room.getKey();
      if (!(room.getValue() instanceof ConfigObject plan)) {
        throw new SettingsException(
            path + " must hold settings" + ConfigSources.origin(room.getValue()));
      }
      plans.add(new Plan(room.getKey(), extensions(path, plan)));
    }
    plans.sort(Comparator.comparing(Plan::isPattern).thenComparing(plan -> -plan.room().length()));
  }

  private List<EnabledExtension> extensions(String path, ConfigObject plan) {
    for (String key : plan.keySet()) {
      if (!key.equals(EXTENSIONS)) {
        throw new SettingsException(
            "there is no setting " + path + "." + key + ConfigSources.origin(plan.get(key)));
      }
    }
    ConfigValue value = plan.get(EXTENSIONS);
    if (value != null && !(value instanceof ConfigList)) {
      throw new SettingsException(
          path + "." + EXTENSIONS + " must be a list" + ConfigSources.origin(value));
    }
    List<EnabledExtension> enabled = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ConfigValue each : value == null ? List.<ConfigValue>of() : (ConfigList) value) {
      EnabledExtension extension = extension(path, each);
      if (!names.add(extension.extension().name())) {
        throw new SettingsException(
            path + " has " + extension.extension().name() + " twice" + ConfigSources.origin(each));
      }
      enabled.add(extension);
    }
    return List.copyOf(enabled);
  }

  private EnabledExtension extension(String path, ConfigValue value) {
    if (value.unwrapped() instanceof String name) {
      return extension(path, name, value, ConfigValueFactory.fromMap(Map.of()));
    }
    if (value instanceof ConfigObject object
        && object.get(NAME) != null
        && object.get(NAME).unwrapped() instanceof String name) {
      return extension(path, name, value, object.withoutKey(NAME));
    }
    throw new SettingsException(
        path
            + " has an extension that is neither a name nor { name = NAME, … }"
            + ConfigSources.origin(value));
  }

  private EnabledExtension extension(
      String path, String name, ConfigValue value, ConfigObject own) {
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
                            + installed.names()
                            + ConfigSources.origin(value)));
    Config defaults = extension.defaults();
    for (String key : own.keySet()) {
      if (!defaults.root().containsKey(key)) {
        throw new SettingsException(
            "the extension " + name + " has no setting " + key + ConfigSources.origin(value));
      }
    }
    ExtensionValues.check(path + ": " + name, own, defaults);
    Config settings = own.toConfig().withFallback(defaults);
    try {
      extension.check(settings);
    } catch (ConfigException | IllegalArgumentException e) {
      throw new SettingsException(
          "the extension " + name + ": " + e.getMessage() + ConfigSources.origin(value));
    }
    return new EnabledExtension(extension, settings, allowed);
  }

  /** What is turned on in the room called {@code name}. */
  List<EnabledExtension> of(String name) {
    return plans.stream()
        .filter(plan -> plan.fits(name))
        .findFirst()
        .map(Plan::extensions)
        .orElse(List.of());
  }

  /** The names of all extensions that are turned on anywhere. */
  Set<String> extensionNames() {
    return plans.stream()
        .flatMap(plan -> plan.extensions().stream())
        .map(each -> each.extension().name())
        .collect(Collectors.toSet());
  }
}
