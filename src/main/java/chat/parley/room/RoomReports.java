package chat.parley.room;

import org.apache.pekko.actor.typed.ActorRef;

/** The reports to whoever has opened a room: each change once. */
final class RoomReports {
  private final ActorRef<RoomCommand> room;
  private final ActorRef<RoomReport> opener;
  private RoomReport.Status last;

  /**
   * @param locked whether the room is locked when it is opened
   */
  RoomReports(ActorRef<RoomCommand> room, boolean locked, ActorRef<RoomReport> opener) {
    this.room = room;
    this.opener = opener;
    this.last = new RoomReport.Status(room, 0, locked);
  }

  /** Tells how many people are here, and whether the room is locked, if that has changed. */
  void status(int people, boolean locked) {
    var now = new RoomReport.Status(room, people, locked);
    if (!now.equals(last)) {
      last = now;
      opener.tell(now);
    }
  }

  /** Tells that nobody is here. */
  void idle() {
    opener.tell(new RoomReport.Idle(room));
  }

  /** Tells that whoever has made the room has proven to be of this registered name. */
  void ownerProven(String ownerKey) {
    opener.tell(new RoomReport.OwnerProven(room, ownerKey));
  }
}
