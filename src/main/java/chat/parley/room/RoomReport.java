package chat.parley.room;

import org.apache.pekko.actor.typed.ActorRef;

/** What a room tells whoever has opened it. */
public sealed interface RoomReport {

  /** How many people are in it now, and whether it is locked; told before they are answered. */
  record Status(ActorRef<RoomCommand> room, int people, boolean locked) implements RoomReport {}

  /** Nobody is in it, so that it may be told to {@link RoomCommand.Retire}. */
  record Idle(ActorRef<RoomCommand> room) implements RoomReport {}

  /** Whoever has made it has proven to be of this registered name, and it should stay theirs. */
  record OwnerProven(ActorRef<RoomCommand> room, String ownerKey) implements RoomReport {}
}
