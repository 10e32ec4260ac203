package chat.parley;

/** Something is wrong with a setting; the message says in one line which, why, and what to do. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SettingsException(String message) {
    super(message);
  }
}
