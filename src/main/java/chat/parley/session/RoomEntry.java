package chat.parley.session;

import chat.parley.access.Origin;
import chat.parley.cases.Cases;
import chat.parley.names.Names;
import chat.parley.protocol.Notice;
import chat.parley.room.Member;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import chat.parley.rooms.RegistryCommand;
import chat.parley.rooms.RegistryReply;
import org.apache.pekko.actor.typed.ActorRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the client gets into rooms. Whoever may be in one only is let in to the new one before it
 * leaves the old one, so that who is refused stays where they are. Not an actor: its dialogue calls
 * it.
 */
final class RoomEntry {
  private static final Logger log = LoggerFactory.getLogger(RoomEntry.class);

  /** How often a room may end before the client is in it, until it gives up. */
  private static final int MAX_TRIES = 5;

  private static final Cases<RoomEntry, RegistryReply.ToFind, Void> FOUND =
      Cases.<RoomEntry, RegistryReply.ToFind, Void>of(RegistryReply.ToFind.class)
          .run(RegistryReply.Found.class, RoomEntry::found)
          .run(
              RegistryReply.TooManyRooms.class,
              (it, no) -> it.refused(new Notice.TooManyRooms(no.name())))
          .run(
              RegistryReply.LooksLike.class,
              (it, no) -> it.refused(new Notice.RoomLooksLike(no.name(), no.other())))
          .run(
              RegistryReply.MixesScripts.class,
              (it, no) -> it.refused(new Notice.RoomMixesScripts(no.name())))
          .run(RegistryReply.Failed.class, (it, failed) -> it.failed())
          .build();

  private static final Cases<RoomEntry, RoomReply.Entry, Void> ENTRIES =
      Cases.<RoomEntry, RoomReply.Entry, Void>of(RoomReply.Entry.class)
          .run(RoomReply.Admitted.class, RoomEntry::admitted)
          .run(RoomReply.Entry.class, (it, no) -> it.turnedAway(EntryRefusals.of(it.name, no)))
          .build();

  private final SessionContext session;
  private final Stays stays;
  private final Dialogue dialogue;
  private final Identity identity;
  private final Memberships memberships;
  private final Origin origin;

  /** Whether the client may be in one room only. */
  private final boolean single;

  private String wanted;
  private int tries;

  /** The room that has been asked to let the client in; null when none is. */
  private ActorRef<RoomCommand> asked;

  private String name;
  private Member member;

  /** Whether the room only holds a place until the client has left another. */
  private boolean held;

  RoomEntry(
      SessionContext session,
      Stays stays,
      Dialogue dialogue,
      Identity identity,
      Memberships memberships,
      Origin origin,
      boolean single) {
    this.session = session;
    this.stays = stays;
    this.dialogue = dialogue;
    this.identity = identity;
    this.memberships = memberships;
    this.origin = origin;
    this.single = single;
  }

  /** Gets the client into the room called {@code room}, or says why it is not let in. */
  void enter(String room) {
    tries = 0;
    find(room);
  }

  private void find(String room) {
    wanted = room;
    String leaving = single ? memberships.current().map(RoomMembership::name).orElse("") : "";
    session.question().expect(RegistryReply.ToFind.class, reply -> FOUND.apply(this, reply));
    session
        .services()
        .rooms()
        .tell(new RegistryCommand.Find(room, leaving, session.fromRegistry()));
  }

  private void found(RegistryReply.Found found) {
    asked = found.room();
    name = found.name();
    session.watch(asked);
    member =
        new Member(
            identity.id(),
            identity.profile(),
            session.self(),
            session.outlet(),
            session.contact().rooms(),
            session.settings().echo() || session.isSynchronized(),
            stays.updates().ignored(),
            stays.resumes(name));
    session
        .question()
        .expect(asked, RoomReply.Entry.class, reply -> ENTRIES.apply(this, reply), () -> {});
    held = isToLeave();
    asked.tell(new RoomCommand.Join(member, held, session.contact().rooms()));
  }

  /** Whether the client has to leave a room before it comes into another. */
  private boolean isToLeave() {
    return single && !memberships.isEmpty();
  }

  private void admitted(RoomReply.Admitted admitted) {
    if (admitted.founder()) {
      memberships.addFounded(asked);
    }
    if (isToLeave()) {
      stays.leave(memberships.current().orElseThrow(), this::arrive);
    } else if (held) {
      arrive(); // the room that was to be left has ended meanwhile
    } else {
      joined();
    }
  }

  private void arrive() {
    if (asked == null) {
      findAgain(); // it has ended meanwhile, or been closed
    } else {
      session.question().expect(asked, RoomReply.Entry.class, this::arrived, () -> {});
      asked.tell(new RoomCommand.Arrive(member, session.contact().rooms()));
    }
  }

  private void arrived(RoomReply.Entry reply) {
    if (asked == null) {
      findAgain(); // it has been closed meanwhile
    } else if (reply instanceof RoomReply.Admitted) {
      joined();
    } else {
      ENTRIES.apply(this, reply);
    }
  }

  private void joined() {
    log.info("{} has joined {} from {}", identity.name(), name, origin);
    var membership = new RoomMembership(name, asked);
    asked = null;
    memberships.add(membership);
    stays.entryOver();
    stays.joined(membership, member);
  }

  private void turnedAway(Notice why) {
    forget();
    refused(why);
  }

  private void forget() {
    if (!memberships.hasFounded(asked) && memberships.of(asked).isEmpty()) {
      session.unwatch(asked);
    }
    asked = null;
  }

  /** Who is nowhere and cannot go to another room goes where everybody starts, if it can. */
  private void refused(Notice why) {
    String start = session.settings().startRoom();
    if (single && memberships.isEmpty() && !Names.same(wanted, start)) {
      session.write(why);
      enter(start);
    } else {
      stays.entryOver();
      dialogue.stayWhereItIs(why);
    }
  }

  /** A room has ended; answers whether it was to let the client in, and is looked for again. */
  boolean roomGone(ActorRef<RoomCommand> room) {
    if (!room.equals(asked)) {
      return false;
    }
    asked = null;
    // Otherwise the client is just leaving its old room.
    if (!session.question().isOpen()) {
      findAgain();
    }
    return true;
  }

  /** A room sends the client away; answers whether it has held a place for it. */
  boolean sentAway(ActorRef<RoomCommand> room) {
    if (!room.equals(asked)) {
      return false;
    }
    asked.tell(new RoomCommand.Leave(identity.id(), session.nobody()));
    forget();
    wanted = session.settings().startRoom();
    return true;
  }

  /** The client goes: a room that still decides whether it comes in need not. */
  void giveUp() {
    if (asked != null) {
      asked.tell(new RoomCommand.Leave(identity.id(), session.nobody()));
    }
  }

  private void findAgain() {
    if (++tries < MAX_TRIES) {
      find(wanted);
    } else {
      failed();
    }
  }

  private void failed() {
    stays.entryOver();
    dialogue.failed();
  }
}
