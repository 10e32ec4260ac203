package chat.parley.users;

import chat.parley.room.RoomReply;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * How a session is reached.
 *
 * @param session the actor, to be watched
 * @param names where what the name service says goes
 * @param rooms where what rooms say goes
 */
public record Contact(ActorRef<?> session, ActorRef<NameReply> names, ActorRef<RoomReply> rooms) {}
