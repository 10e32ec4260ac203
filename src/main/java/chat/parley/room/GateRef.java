package chat.parley.room;

import org.apache.pekko.actor.typed.ActorRef;

/**
 * A gate that stands before a room.
 *
 * @param name the extension's; one that is started anew keeps it and has another host
 * @param host what is asked
 */
record GateRef(String name, ActorRef<GateHost.Command> host) {}
