package chat.parley.session;

import chat.parley.room.Ignored;
import chat.parley.room.Member;
import chat.parley.room.Profile;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * What the client's rooms have to know of it while it is in them: its name and rights, whom it does
 * not want to hear, and whether it reads too slowly. Not an actor: its dialogue calls it.
 */
final class RoomUpdates {
  private final SessionContext session;
  private final Identity identity;
  private final Memberships memberships;
  private final Stays stays;
  private final SlowReaderLog slowReaderLog = new SlowReaderLog(System::nanoTime);
  private boolean behind;
  private Ignored ignored = Ignored.NOBODY;

  RoomUpdates(SessionContext session, Identity identity, Memberships memberships, Stays stays) {
    this.session = session;
    this.identity = identity;
    this.memberships = memberships;
    this.stays = stays;
  }

  /** Whom the client does not want to hear. */
  Ignored ignored() {
    return ignored;
  }

  /**
   * The client is in a room.
   *
   * @param member as what it was let in; it may have changed while a gate considered who comes
   */
  void joined(RoomMembership membership, Member member) {
    if (behind) {
      membership.room().tell(new RoomCommand.MarkBehind(identity.id(), true));
    }
    if (!ignored.equals(member.ignored())) {
      membership.room().tell(new RoomCommand.Ignore(identity.id(), ignored));
    }
    if (!identity.profile().equals(member.profile())) {
      tellUpdate(membership.room());
    }
  }

  /** The client's name, or its rights, have changed: its rooms are told, and have answered. */
  void update(Runnable then) {
    tellFounded();
    update(identity.profile(), new ArrayDeque<>(memberships.all()), then);
  }

  /** As {@link #update}, where nothing waits for it. */
  void tellUpdate() {
    tellFounded();
    memberships.all().forEach(each -> tellUpdate(each.room()));
  }

  private void tellFounded() {
    memberships.foundedElsewhere().forEach(this::tellUpdate);
  }

  private void tellUpdate(ActorRef<RoomCommand> room) {
    room.tell(new RoomCommand.Update(identity.id(), identity.profile(), session.nobody()));
  }

  private void update(Profile profile, Deque<RoomMembership> rest, Runnable then) {
    RoomMembership next = rest.poll();
    if (next == null) {
      then.run();
    } else {
      stays.ask(
          next,
          RoomReply.Accepted.class,
          new RoomCommand.Update(identity.id(), profile, session.contact().rooms()),
          accepted -> update(profile, rest, then),
          () -> update(profile, rest, then));
    }
  }

  /** The client does not want to hear these from now on. */
  void ignore(Ignored others) {
    ignored = others;
    memberships
        .all()
        .forEach(each -> each.room().tell(new RoomCommand.Ignore(identity.id(), others)));
  }

  /** The client reads too slowly and begins to miss messages. */
  void fellBehind(long missed) {
    slowReaderLog.fellBehind(identity.name(), memberships.lastRoom(), missed);
    markBehind(true);
  }

  /** The client has got everything that waited for it. */
  void caughtUp(long missed) {
    slowReaderLog.caughtUp(identity.name(), memberships.lastRoom(), missed);
    markBehind(false);
  }

  /** A room that has not let the client in yet is told when it has. */
  private void markBehind(boolean isBehind) {
    behind = isBehind;
    memberships
        .all()
        .forEach(each -> each.room().tell(new RoomCommand.MarkBehind(identity.id(), isBehind)));
  }
}
