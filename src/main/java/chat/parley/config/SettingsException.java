package chat.parley.config;

/** Something is wrong with a setting; the message says in one line which, why, and what to do. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SettingsException(String message) {
    super(message);
  }
}
