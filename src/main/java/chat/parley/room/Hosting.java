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
    return MailboxSelector.bounded(settings.mailbox()).withDispatcherFromConfig(DISPATCHER);
  }
}
