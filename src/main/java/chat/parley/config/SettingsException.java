package chat.parley.config;

import com.typesafe.config.ConfigValue;

/** A problem with a setting; the message says in one line which setting, why, and what to do. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SettingsException(String message) {
    super(message);
  }

  /** A problem with {@code value}; where that was written is added to the message. */
  SettingsException(String message, ConfigValue value) {
    super(message + origin(value));
  }

  /** Where {@code value} was written, as messages have it. */
  static String origin(ConfigValue value) {
    return " (" + value.origin().description() + ")";
  }
}
