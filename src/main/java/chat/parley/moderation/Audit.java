package chat.parley.moderation;

import chat.parley.access.Origin;
import java.util.function.Consumer;

/**
 * Tells what operators do, and who becomes one or fails to. What is told has been said by people,
 * but holds no password.
 */
final class Audit {
  private final Consumer<String> log;

  Audit(Consumer<String> log) {
    this.log = log;
  }

  void log(Visitor who, String what) {
    log(who.name(), who.origin(), what);
  }

  void log(String name, Origin origin, String what) {
    log.accept(name + " from " + origin + ": " + what);
  }
}
