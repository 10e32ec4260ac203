package chat.parley.users;

import chat.parley.event.MemberId;

/** What the name service tells itself. */
sealed interface InternalCommand extends NameCommand {

  /** Somebody who was asked has answered. */
  record Answered(Runnable then) implements InternalCommand {}

  /** The session of {@code member} has ended. */
  record Gone(MemberId member) implements InternalCommand {}
}
