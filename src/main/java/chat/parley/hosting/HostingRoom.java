package chat.parley.hosting;

import chat.parley.event.MemberId;
import chat.parley.extension.RoomHandle;
import org.apache.pekko.actor.typed.ActorRef;

/** A room as the hosts of its extensions see it. May be used from any thread. */
public interface HostingRoom {

  /** Its name. */
  String name();

  /** What the extension gets that is in the room as {@code member}. */
  RoomHandle handle(MemberId member);

  /** The extension called {@code name} has failed too often; {@code host} stood for it. */
  void disable(String name, ActorRef<?> host);

  /** {@code member} leaves, and is to be sent nothing more. */
  void leave(MemberId member);
}
