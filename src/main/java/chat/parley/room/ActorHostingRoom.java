package chat.parley.room;

import chat.parley.event.MemberId;
import chat.parley.extension.RoomHandle;
import chat.parley.hosting.HostingRoom;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * A room that is an actor, for the hosts of its extensions: sends it messages.
 *
 * @param name the room's name
 */
record ActorHostingRoom(ActorSystem<?> system, String name, ActorRef<RoomCommand> ref)
    implements HostingRoom {

  @Override
  public RoomHandle handle(MemberId member) {
    return new ActorRoomHandle(system, name, ref, member);
  }

  @Override
  public void disable(String extension, ActorRef<?> host) {
    ref.tell(new InternalCommand.Disabled(extension, host));
  }

  @Override
  public void leave(MemberId member) {
    ref.tell(new RoomCommand.Leave(member, system.ignoreRef()));
  }
}
