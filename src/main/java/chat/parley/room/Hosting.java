package chat.parley.room;

import org.apache.pekko.actor.typed.MailboxSelector;
import org.apache.pekko.actor.typed.Props;

/**
 * Where extensions run: on threads that are not the chat's, with a bounded mailbox of their own.
 */
final class Hosting {
  /** A dispatcher in {@code application.conf}. */
  private static final String DISPATCHER = "parley-extensions";

  private Hosting() {}

  static Props place(ExtensionSettings settings) {
    // Hosts bound what they send themselves; what the supervisor sends, such as that it is time to
    // restart, must always find a place.
    return MailboxSelector.bounded(2 * settings.mailbox() + 100)
        .withDispatcherFromConfig(DISPATCHER);
  }
}
