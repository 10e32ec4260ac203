package chat.parley.session;

import chat.parley.room.RoomCommand;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * A room that the client is in.
 *
 * @param name the room's, as it is shown
 */
record RoomMembership(String name, ActorRef<RoomCommand> room) {}
