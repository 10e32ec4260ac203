package chat.parley.room;

import chat.parley.text.PlainText;

/**
 * Decides and carries out what members want that depends on whose room it is. Operators may do in
 * every room what its owner may.
 */
final class OwnerCommands {

  private final String room;
  private final RoomAccess access;
  private final Roster roster;
  private final Entrance entrance;
  private final Topic topic;

  /**
   * @param room its name
   */
  OwnerCommands(String room, RoomAccess access, Roster roster, Entrance entrance, Topic topic) {
    this.room = room;
    this.access = access;
    this.roster = roster;
    this.entrance = entrance;
    this.topic = topic;
  }

  /** Does what a member wants, if it may. */
  RoomReply.Ruled rule(RoomCommand.Ruling wanted) {
    Membership by = roster.membership(wanted.member());
    if (by == null) {
      return new RoomReply.Ruled(new RoomReply.NotOwner(room), false);
    }
    boolean owner = access.belongsTo(by.id(), by.profile());
    if (wanted instanceof RoomCommand.SetTopic set) {
      return setTopic(set, by, owner);
    }
    if (!owner && !by.profile().operator()) {
      return new RoomReply.Ruled(new RoomReply.NotOwner(room), false);
    }
    return new RoomReply.Ruled(carryOut(wanted, by), !owner);
  }

  private RoomReply.Ruled setTopic(RoomCommand.SetTopic set, Membership by, boolean owner) {
    boolean free = owner || !access.hasOwner();
    if (!free && !by.profile().operator()) {
      return new RoomReply.Ruled(new RoomReply.TopicNotYours(room), false);
    }
    String text = PlainText.clean(set.topic());
    topic.set(text, by);
    return new RoomReply.Ruled(new RoomReply.TopicSet(room, text), !free);
  }

  private RoomReply.RoomOutcome carryOut(RoomCommand.Ruling wanted, Membership by) {
    if (wanted instanceof RoomCommand.Kick kick) {
      return kick(kick, by);
    }
    if (wanted instanceof RoomCommand.Invite invite) {
      return invite(invite, by);
    }
    return wanted instanceof RoomCommand.Lock ? lock() : unlock();
  }

  private RoomReply.RoomOutcome kick(RoomCommand.Kick kick, Membership by) {
    Membership who = roster.named(kick.name());
    if (who == null) {
      return new RoomReply.NobodyHere(kick.name(), room);
    }
    if (who == by) {
      return new RoomReply.CannotRemoveYourself();
    }
    if (who.profile().operator()) {
      return new RoomReply.CannotRemoveOperator(who.name());
    }
    access.uninvite(who.id());
    entrance.sendAway(who.member(), by.name(), new RoomReply.Unwanted(kick.why()));
    return new RoomReply.Removed(who.name(), room);
  }

  private RoomReply.RoomOutcome invite(RoomCommand.Invite invite, Membership by) {
    if (roster.membership(invite.invited()) != null) {
      return new RoomReply.HereAlready(invite.name());
    }
    access.invite(invite.invited(), invite.ref());
    entrance.invite(invite, by);
    return new RoomReply.InvitationSent(invite.name(), room);
  }

  private RoomReply.RoomOutcome lock() {
    if (!access.hasOwner()) {
      return new RoomReply.BelongsToNobody(room);
    }
    if (access.isLocked()) {
      return new RoomReply.LockedAlready(room);
    }
    access.lock();
    return new RoomReply.NowLocked(room);
  }

  private RoomReply.RoomOutcome unlock() {
    if (!access.isLocked()) {
      return new RoomReply.NotLocked(room);
    }
    access.unlock();
    return new RoomReply.NowOpen(room);
  }
}
