package chat.parley.rooms;

import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReport;
import org.apache.pekko.actor.typed.ActorRef;

/** What the registry tells itself, or is told by its rooms. */
sealed interface InternalCommand extends RegistryCommand {

  /** A room tells something. */
  record FromRoom(RoomReport report) implements InternalCommand {}

  /** A room has ended. */
  record RoomGone(ActorRef<RoomCommand> room) implements InternalCommand {}

  /** Somebody who was asked has answered. */
  record Answered(Runnable then) implements InternalCommand {}
}
