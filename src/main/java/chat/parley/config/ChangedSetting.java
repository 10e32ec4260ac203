package chat.parley.config;

import com.typesafe.config.ConfigValue;
import java.util.Optional;

/**
 * A setting of parley that differs between the configuration that a server runs with and the one
 * that has been read again.
 *
 * @param value what it is in the one that has been read; empty when it is not set there
 * @param effect when that counts
 */
public record ChangedSetting(String key, Optional<ConfigValue> value, Effect effect) {

  /** When a changed setting counts. */
  public enum Effect {
    /** From now on. */
    NOW,
    /** From the next start. */
    AT_RESTART
  }
}
