package chat.parley.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Map;

/**
 * The keys of all settings, which are those of {@code reference.conf}. Only parley's own are
 * checked one by one, as libraries have keys that their references do not name.
 */
final class KnownKeys {
  private static final String ROOT = "parley";

  /** Its keys are names of rooms; whoever reads them checks them. */
  private static final String ROOMS = "parley.rooms";

  /** What keys were called in earlier versions, and are now. */
  private static final Map<String, String> RENAMED = Map.of("parley.doors", "parley.listeners");

  private final Config reference;

  KnownKeys(Config reference) {
    this.reference = reference;
  }

  /**
   * @throws SettingsException when {@code key} begins with nothing that parley or a library knows
   */
  void checkRoot(String key, ConfigValue value) {
    if (!reference.root().containsKey(ConfigUtil.splitPath(key).get(0))) {
      throw unknown(key, value);
    }
  }

  /**
   * @throws SettingsException when a key of parley in {@code given}, which is resolved, is not
   *     known
   */
  void check(Config given) {
    ConfigValue root = given.root().get(ROOT);
    if (root == null) {
      return;
    }
    if (root.valueType() != ConfigValueType.OBJECT) {
      throw new SettingsException(ROOT + " must hold settings", root);
    }
    check(ROOT, (ConfigObject) root, (ConfigObject) reference.root().get(ROOT));
  }

  private static void check(String path, ConfigObject given, ConfigObject known) {
    for (Map.Entry<String, ConfigValue> entry : given.entrySet()) {
      String key = path + "." + entry.getKey();
      ConfigValue value = entry.getValue();
      if (RENAMED.containsKey(key)) {
        throw new SettingsException(key + " is called " + RENAMED.get(key) + " now", value);
      }
      if (!known.containsKey(entry.getKey())) {
        throw unknown(key, value);
      }
      if (known.get(entry.getKey()) instanceof ConfigObject inner) {
        if (!(value instanceof ConfigObject givenInner)) {
          throw new SettingsException(key + " must hold settings", value);
        }
        if (!key.equals(ROOMS)) {
          check(key, givenInner, inner);
        }
      }
    }
  }

  private static SettingsException unknown(String key, ConfigValue value) {
    return new SettingsException(
        "there is no setting "
            + key
            + SettingsException.origin(value)
            + "; see --print-default-config");
  }
}
