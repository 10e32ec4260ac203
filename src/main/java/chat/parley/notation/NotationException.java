package chat.parley.notation;

/** A text that is not what belongs in its place; the message says in one line what does. */
public final class NotationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** As much of what was typed as is shown, in UTF-16 units. */
  private static final int SHOWN = 60;

  /** For what {@link #not} does not say well; {@code message} is one line. */
  public NotationException(String message) {
    super(message);
  }

  /**
   * What is thrown for {@code text}.
   *
   * @param kind what it should be, and what such a thing looks like
   */
  public static NotationException not(String kind, String text) {
    return new NotationException(quoted(text) + " is not " + kind);
  }

  /**
   * What is thrown for a text that must not be shown.
   *
   * @param message one line that says what is wrong with it
   */
  public static NotationException saying(String message) {
    return new NotationException(message);
  }

  /** The same complaint, and what else the reader has to know. */
  public NotationException and(String more) {
    return new NotationException(getMessage() + "; " + more);
  }

  /** What was typed as messages show it: in quotes, on one line, and not longer than one. */
  public static String quoted(String text) {
    int end = Math.min(text.length(), SHOWN);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    String shown = text.substring(0, end).replaceAll("\\p{Cntrl}", "\uFFFD");
    return "\"" + shown + (end < text.length() ? "…" : "") + "\"";
  }
}
