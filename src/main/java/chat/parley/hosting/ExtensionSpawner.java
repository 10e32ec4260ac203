package chat.parley.hosting;

import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.MailboxSelector;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** The start of extensions: on threads that are not the chat's, each with a bounded mailbox. */
final class ExtensionSpawner {
  /** A dispatcher in {@code application.conf}. */
  private static final String DISPATCHER = "parley-extensions";

  private ExtensionSpawner() {}

  /**
   * Starts {@code extension} as a child of its host, which watches it: guarded, supervised,
   * elsewhere.
   *
   * @param room the name of the room that it is for
   * @param behavior makes its behaviour, also after each failure
   * @param handled called after each of the room's events, on the extension's thread
   */
  static ActorRef<Object> start(
      ActorContext<?> host,
      EnabledExtension extension,
      String room,
      Supplier<Behavior<?>> behavior,
      Runnable handled) {
    Behavior<Object> unguarded = Behaviors.setup(context -> behavior.get().<Object>unsafeCast());
    ActorRef<Object> child =
        host.spawn(
            ExtensionGuard.around(
                extension.name() + " in " + room, unguarded, extension.allowed(), handled),
            "extension",
            place(extension.allowed()));
    host.watch(child);
    return child;
  }

  private static Props place(ExtensionSettings settings) {
    // Hosts bound what they send themselves; what the supervisor sends, such as that it is time to
    // restart, must always find a place.
    return MailboxSelector.bounded(2 * settings.mailbox() + 100)
        .withDispatcherFromConfig(DISPATCHER);
  }
}
