package chat.parley.testkit;

import java.util.ArrayList;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/** All that was said, heard and done in a scenario, in the order in which it came about. */
final class Conversation {
  static final String TITLE = "the conversation so far:";

  private final List<String> lines = new ArrayList<>();

  /** Somebody said, heard or did something. */
  synchronized void add(String who, String verb, String what) {
    lines.add(String.format("  %-10s %-6s %s", who, verb, what).stripTrailing());
  }

  /** Something that nobody in the conversation said or did. */
  synchronized void note(String what) {
    lines.add("  -- " + what);
  }

  /** A failure that tells the whole conversation. */
  AssertionFailedError failure(String who, String expected, String actual) {
    return new AssertionFailedError(
        who + " should have " + expected + "\nbut " + actual + "\n" + this, expected, actual);
  }

  @Override
  public synchronized String toString() {
    return TITLE + "\n" + String.join("\n", lines);
  }
}
