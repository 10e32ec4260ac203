package chat.parley.session;

import chat.parley.access.Origin;
import chat.parley.directory.Directory;
import chat.parley.names.Names;
import chat.parley.protocol.Notice;
import chat.parley.room.Ignored;
import chat.parley.room.Member;
import chat.parley.room.Room;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which room the client is in, how it gets from one to another, and what its room has to know of
 * it. Not an actor: its dialogue calls it.
 */
final class RoomMembership {
  private static final Logger log = LoggerFactory.getLogger(RoomMembership.class);

  private final Session session;
  private final Dialogue dialogue;
  private final Origin origin;
  private final SlowReaderLog slowReaderLog = new SlowReaderLog(System::nanoTime);
  private String roomName;
  private boolean behind;
  private Ignored ignored = Ignored.NOBODY;

  /** Null before the client has joined one, between two, and after one has failed. */
  private ActorRef<Room.Command> room;

  RoomMembership(Session session, Dialogue dialogue, Origin origin) {
    this.session = session;
    this.dialogue = dialogue;
    this.origin = origin;
  }

  boolean isSomewhere() {
    return room != null;
  }

  /** The name of the room that the client is in, or was in last. */
  String roomName() {
    return roomName;
  }

  Ignored ignored() {
    return ignored;
  }

  void enter(String wanted) {
    enter(wanted, room == null ? null : roomName);
  }

  /**
   * @param fallback where to go if a gate lets nobody in there; null for nowhere
   */
  private void enter(String wanted, String fallback) {
    session.ask(
        new Directory.Enter(session.self(), wanted),
        reply -> {
          if (reply instanceof Directory.Admitted admitted) {
            leave(() -> join(admitted, fallback));
          } else if (reply instanceof Directory.RoomFull full) {
            notLetIn(wanted, new Notice.RoomFull(full.name()));
          } else if (reply instanceof Directory.RoomLocked locked) {
            notLetIn(wanted, new Notice.RoomLocked(locked.name()));
          } else if (reply instanceof Directory.TooManyRooms tooMany) {
            notLetIn(wanted, new Notice.TooManyRooms(tooMany.name()));
          } else if (reply instanceof Directory.LooksLike like) {
            notLetIn(wanted, new Notice.RoomLooksLike(like.name(), like.other()));
          } else if (reply instanceof Directory.MixesScripts mixes) {
            notLetIn(wanted, new Notice.RoomMixesScripts(mixes.name()));
          }
        });
  }

  /** Who has lost one room and cannot go to another goes where everybody starts, if it can. */
  private void notLetIn(String wanted, Notice why) {
    String start = session.settings().startRoom();
    if (room == null && !Names.same(wanted, start)) {
      session.write(why);
      enter(start, null);
    } else {
      stayWhereItIs(why);
    }
  }

  void stayWhereItIs(Notice why) {
    session.write(why);
    if (room == null) {
      session.finish();
    }
  }

  private void join(Directory.Admitted admitted, String fallback) {
    room = admitted.room();
    roomName = admitted.name();
    session.watch(room);
    Member member =
        new Member(
            dialogue.name(), session.self(), session.outlet(), session.settings().echo(), ignored);
    ask(
        new Room.Join(member, session.fromRoom()),
        reply -> {
          if (reply instanceof Room.Refused refused) {
            onRefused(refused.why(), fallback);
          } else {
            log.info("{} has joined {} from {}", dialogue.name(), roomName, origin);
            if (behind) {
              tellWhetherBehind();
            }
            if (!ignored.equals(member.ignored())) {
              ignore(ignored); // it has changed while a gate considered who comes
            }
            dialogue.joined();
          }
        });
  }

  private void onRefused(String why, String fallback) {
    session.write(new Notice.NotLetIn(roomName, why));
    session.unwatch(room);
    room = null;
    if (fallback == null) {
      session.finish();
    } else {
      enter(fallback, null);
    }
  }

  /** Leaves the room, so that it sends nothing more, and goes on with {@code then}. */
  void leave(Runnable then) {
    if (room == null) {
      then.run();
      return;
    }
    ask(
        new Room.Leave(session.self(), session.fromRoom()),
        taken -> {
          session.unwatch(room);
          room = null;
          then.run();
        });
  }

  /** Leaves the room without waiting for its answer, as the session ends. */
  void leaveAtOnce() {
    if (room != null) {
      room.tell(new Room.Leave(session.self(), session.fromRoom()));
    }
  }

  /** Leaves the room, if the client is still in it, and goes back to where everybody starts. */
  void removedFromRoom(Directory.RemovedFromRoom out) {
    if (room == null || !room.equals(out.room())) {
      return;
    }
    session.write(new Notice.RemovedFromRoom(out.name(), out.by(), out.why()));
    leave(() -> enter(session.settings().startRoom(), null));
  }

  void change(String wanted) {
    int maxName = session.settings().limits().maxName();
    if (!Names.isRoomName(wanted, maxName)) {
      session.write(new Notice.IllegalRoom(maxName));
    } else if (Names.same(wanted, roomName)) {
      session.write(new Notice.AlreadyHere(roomName));
    } else {
      enter(wanted);
    }
  }

  /** Asks the room something; nothing else is done until {@code answer} has been called. */
  void ask(Room.Command question, Consumer<Room.Reply> answer) {
    session.ask(room, question, answer);
  }

  /** The room has failed. */
  void roomGone() {
    room = null;
  }

  /** Goes back to the room that failed. */
  void enterAgain() {
    session.write(new Notice.RoomRestarted(roomName));
    enter(roomName);
  }

  /** The client does not want to hear these from now on. */
  void ignore(Ignored others) {
    ignored = others;
    if (room != null) {
      room.tell(new Room.Ignore(session.self(), others));
    }
  }

  /** The client reads too slowly and begins to miss messages. */
  void fellBehind(long missed) {
    behind = true;
    slowReaderLog.fellBehind(dialogue.name(), roomName, missed);
    tellWhetherBehind();
  }

  /** The client has got everything that waited for it. */
  void caughtUp(long missed) {
    behind = false;
    slowReaderLog.caughtUp(dialogue.name(), roomName, missed);
    tellWhetherBehind();
  }

  /** A room that has not let the client in yet takes no notice; it is told again when it has. */
  private void tellWhetherBehind() {
    if (room != null) {
      room.tell(new Room.MarkBehind(session.self(), behind));
    }
  }
}
