package chat.parley.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Optional;

/**
 * An entry of a list, written as a name, or as an object with that name and settings of its own.
 *
 * @param own its settings, without its name
 */
record NamedEntry(String name, ConfigObject own) {

  /**
   * The entry that {@code value} is; empty when it is something else.
   *
   * @param key under which an object has the name
   */
  static Optional<NamedEntry> of(ConfigValue value, String key) {
    if (value.unwrapped() instanceof String name) {
      return Optional.of(new NamedEntry(name, ConfigFactory.empty().root()));
    }
    if (value instanceof ConfigObject object
        && object.get(key) != null
        && object.get(key).unwrapped() instanceof String name) {
      return Optional.of(new NamedEntry(name, object.withoutKey(key)));
    }
    return Optional.empty();
  }
}
