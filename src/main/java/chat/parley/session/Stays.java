package chat.parley.session;

import chat.parley.access.Origin;
import chat.parley.event.Content;
import chat.parley.names.Names;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Request;
import chat.parley.room.Heard;
import chat.parley.room.Member;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The client's stays in rooms: how it comes, goes, and is moved, and what its rooms have to know of
 * it. Whether it may be in one room only, or in several, its protocol says. Not an actor: its
 * dialogue calls it.
 */
final class Stays {
  private final SessionContext session;
  private final Dialogue dialogue;
  private final Identity identity;
  private final Memberships memberships = new Memberships();
  private final Origin origin;
  private final RoomUpdates updates;
  private final boolean single;

  /** How the client is getting into a room; null when it is not. */
  private RoomEntry entry;

  /** Rooms that want the client to go. */
  private List<RoomReply.SentAway> sentAway = List.of();

  /** Where the client wants to go on. */
  private Optional<Request.Resume> resume = Optional.empty();

  /** Names of rooms that the client was in and that have failed. */
  private List<String> lostRooms = List.of();

  /**
   * @param single whether the client may be in one room only
   */
  Stays(
      SessionContext session, Dialogue dialogue, Identity identity, Origin origin, boolean single) {
    this.session = session;
    this.dialogue = dialogue;
    this.identity = identity;
    this.origin = origin;
    this.single = single;
    this.updates = new RoomUpdates(session, identity, memberships, this);
  }

  Memberships memberships() {
    return memberships;
  }

  boolean isNowhere() {
    return memberships.isEmpty();
  }

  /** What the client's rooms have to know of it. */
  RoomUpdates updates() {
    return updates;
  }

  /** The client wants to hear what it has missed when it enters the room named there next. */
  void resume(Request.Resume where) {
    resume = Optional.of(where);
  }

  /** What the client had heard of {@code room}, which it enters; that counts only once. */
  Optional<Heard> resumes(String room) {
    return resume
        .filter(where -> Names.same(where.room(), room))
        .map(where -> new Heard(where.epoch(), where.number()));
  }

  /** Enters the room where the client wants to go on, or the one where everybody starts. */
  void enterFirst() {
    int maxName = session.settings().limits().maxName();
    String start = session.settings().startRoom();
    String room = resume.map(where -> Names.shown(where.room())).orElse(start);
    if (Names.isRoomName(room, maxName)) {
      enter(room);
    } else {
      session.write(new Notice.IllegalRoom(maxName));
      enter(start);
    }
  }

  void enter(String room) {
    entry = new RoomEntry(session, this, dialogue, identity, memberships, origin, single);
    entry.enter(room);
  }

  /** The client is not getting into a room any more: it is in, or was refused. */
  void entryOver() {
    entry = null;
  }

  /**
   * The client is in a room.
   *
   * @param member as what it was let in
   */
  void joined(RoomMembership membership, Member member) {
    resume = Optional.empty();
    if (single) {
      lostRooms = List.of(); // the client is where it wanted to be
    }
    updates.joined(membership, member);
    dialogue.joined();
  }

  /** Says something in the room that the client is in, if there is something to say. */
  void post(List<Content> said) {
    Optional<RoomMembership> current = memberships.current();
    if (current.isPresent()) {
      post(said, current.get());
    } else {
      session.write(new Notice.NoRoom());
    }
  }

  void post(List<Content> said, RoomMembership membership) {
    memberships.setCurrent(membership);
    ask(
        membership,
        RoomReply.Accepted.class,
        new RoomCommand.Post(identity.id(), said, session.contact().rooms()),
        accepted -> {});
  }

  /** Asks a room something; nothing else is done until {@code answer} has been called. */
  <T extends RoomReply> void ask(
      RoomMembership membership, Class<T> type, RoomCommand asked, Consumer<T> answer) {
    ask(membership, type, asked, answer, () -> {});
  }

  /** As the other one, but {@code ifGone} is done in place of {@code answer} when the room ends. */
  <T extends RoomReply> void ask(
      RoomMembership membership,
      Class<T> type,
      RoomCommand asked,
      Consumer<T> answer,
      Runnable ifGone) {
    if (memberships.of(membership.room()).isEmpty()) {
      ifGone.run(); // it has ended, and would never answer
      return;
    }
    session
        .question()
        .expect(
            membership.room(),
            RoomReply.class,
            reply -> {
              if (type.isInstance(reply)) {
                answer.accept(type.cast(reply));
              } else {
                dialogue.failed();
              }
            },
            ifGone);
    membership.room().tell(asked);
  }

  /** Leaves a room, so that it sends nothing more, and goes on with {@code then}. */
  void leave(RoomMembership membership, Runnable then) {
    Runnable left =
        () -> {
          left(membership);
          then.run();
        };
    ask(
        membership,
        RoomReply.Accepted.class,
        new RoomCommand.Leave(identity.id(), session.contact().rooms()),
        accepted -> left.run(),
        left);
  }

  private void left(RoomMembership membership) {
    memberships.remove(membership);
    if (!memberships.hasFounded(membership.room())) {
      session.unwatch(membership.room());
    }
  }

  /** Leaves all rooms, one after another, and goes on with {@code then}. */
  void leaveAll(Runnable then) {
    Optional<RoomMembership> next = memberships.all().stream().findFirst();
    if (next.isPresent()) {
      leave(next.get(), () -> leaveAll(then));
    } else {
      then.run();
    }
  }

  /** Leaves all rooms without waiting for their answers, as the session ends. */
  void leaveAtOnce() {
    for (RoomMembership each : memberships.all()) {
      each.room().tell(new RoomCommand.Leave(identity.id(), session.contact().rooms()));
    }
    if (entry != null) {
      entry.giveUp();
    }
  }

  /** A room wants the client to go. */
  void sentAway(RoomReply.SentAway from) {
    if (entry != null && entry.sentAway(from.room())) {
      session.write(new Notice.RemovedFromRoom(from.name(), from.by(), from.why()));
    } else {
      sentAway = with(sentAway, from);
    }
  }

  /** A room has ended: the client enters it again, which is opened anew. */
  void roomGone(ActorRef<RoomCommand> room) {
    memberships.removeFounded(room);
    if (entry != null && entry.roomGone(room)) {
      return;
    }
    Optional<RoomMembership> membership = memberships.of(room);
    if (membership.isPresent()) {
      memberships.remove(membership.get());
      lostRooms = with(lostRooms, membership.get().name());
    }
  }

  /** Hardly ever is there one, so nothing is held for it. */
  private static <T> List<T> with(List<T> some, T one) {
    List<T> more = new ArrayList<>(some);
    more.add(one);
    return List.copyOf(more);
  }

  boolean hasToMove() {
    return !sentAway.isEmpty() || !lostRooms.isEmpty();
  }

  /** Goes out of a room that has sent the client away, or back into one that has failed. */
  void move() {
    if (!sentAway.isEmpty()) {
      RoomReply.SentAway first = sentAway.get(0);
      sentAway = List.copyOf(sentAway.subList(1, sentAway.size()));
      goFrom(first);
    } else {
      String room = lostRooms.get(0);
      lostRooms = List.copyOf(lostRooms.subList(1, lostRooms.size()));
      session.write(new Notice.RoomRestarted(room));
      enter(room);
    }
  }

  private void goFrom(RoomReply.SentAway from) {
    memberships
        .of(from.room())
        .ifPresent(
            membership -> {
              session.write(new Notice.RemovedFromRoom(from.name(), from.by(), from.why()));
              leave(
                  membership,
                  () -> {
                    if (single) {
                      enter(session.settings().startRoom());
                    }
                  });
            });
  }
}
