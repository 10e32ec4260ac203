package chat.parley.client;

import java.util.Locale;

/** Whether the user sees the numbers of posts, which the server tells this client in any case. */
final class PostNumbers {
  private static final String WORD = "/numbers";

  private final EntryQueue entries;
  private boolean shown;

  PostNumbers(EntryQueue entries) {
    this.entries = entries;
  }

  /** Whether {@code line} is about them, so that it is not for the server. */
  static boolean areMeant(String line) {
    return line.strip().toLowerCase(Locale.ROOT).split("\\s+", 2)[0].equals(WORD);
  }

  /** The user has typed {@code line}, which is about them. */
  void typed(String line) {
    switch (line.strip().toLowerCase(Locale.ROOT).substring(WORD.length()).strip()) {
      case "on" -> shown = true;
      case "off" -> shown = false;
      default -> {
        entries.tell("it is written " + WORD + " on|off");
        return;
      }
    }
    entries.tell(shown ? "posts are shown with their numbers" : "numbers are not shown");
  }

  boolean areShown() {
    return shown;
  }

  /** What stands before a post of that number. */
  String before(long number) {
    return shown ? "#" + number + " " : "";
  }
}
