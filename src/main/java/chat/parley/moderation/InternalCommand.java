package chat.parley.moderation;

import chat.parley.event.MemberId;
import chat.parley.store.StoreStats;

/** What moderation tells itself. */
sealed interface InternalCommand extends ModerationCommand {

  /** Somebody who was asked has answered. */
  record Answered(Runnable then) implements InternalCommand {}

  /** The session of {@code member} has ended. */
  record Gone(MemberId member) implements InternalCommand {}

  /** This is how the store is now. */
  record StoreChanged(StoreStats stats) implements InternalCommand {}
}
