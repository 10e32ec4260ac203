package chat.parley.protocol;

import chat.parley.cases.Cases;
import chat.parley.room.RoomReply;
import chat.parley.room.RoomReply.RoomOutcome;
import chat.parley.rooms.RegistryReply;
import chat.parley.rooms.RegistryReply.RegistryOutcome;

/** What outcomes read like that concern rooms. */
final class RoomOutcomeText {
  private static final Cases<Void, RoomOutcome, String> TEXTS =
      Cases.<Void, RoomOutcome, String>of(RoomOutcome.class)
          .say(
              RoomReply.NotOwner.class,
              not -> not.room() + " is not yours; you can open a room of your own with /join")
          .say(
              RoomReply.TopicNotYours.class,
              not -> not.room() + " is not yours; only whose it is says what it is about")
          .say(RoomReply.TopicSet.class, set -> "you set the topic: " + set.topic())
          .say(
              RoomReply.NobodyHere.class,
              nobody -> "there is nobody called " + nobody.name() + " in " + nobody.room())
          .say(
              RoomReply.CannotRemoveYourself.class,
              it -> "you cannot send yourself out; /join goes elsewhere")
          .say(
              RoomReply.CannotRemoveOperator.class,
              cannot -> cannot.name() + " is an operator, who cannot be sent out")
          .say(
              RoomReply.Removed.class,
              it -> it.name() + " is sent out of " + it.room() + "; /lock keeps people out")
          .say(RoomReply.HereAlready.class, here -> here.name() + " is here already")
          .say(
              RoomReply.InvitationSent.class, sent -> sent.name() + " is invited to " + sent.room())
          .say(
              RoomReply.BelongsToNobody.class,
              it -> it.room() + " belongs to nobody, who could let people in")
          .say(RoomReply.LockedAlready.class, it -> it.room() + " is locked already")
          .say(
              RoomReply.NowLocked.class,
              it -> it.room() + " is locked: only whom you /invite comes in, until you /unlock it")
          .say(RoomReply.NowOpen.class, it -> it.room() + " is open to everybody again")
          .say(RoomReply.NotLocked.class, it -> it.room() + " is not locked")
          .say(RoomReply.PostDeleted.class, it -> "#" + it.number() + " is deleted")
          .say(
              RoomReply.NoSuchPost.class,
              no ->
                  "there is no #"
                      + no.number()
                      + " in "
                      + no.room()
                      + ", or not any more; /numbers on shows the numbers")
          .say(RoomReply.DeletedAlready.class, it -> "#" + it.number() + " is deleted already")
          .say(
              RoomReply.NotYourPost.class,
              not ->
                  "#" + not.number() + " is not yours; its author and whose room it is delete it")
          .say(
              RoomReply.TooLateToDelete.class,
              it ->
                  it.within().isZero()
                      ? "#" + it.number() + " stays; whose room it is and operators delete posts"
                      : "#"
                          + it.number()
                          + " is older than "
                          + ConnectionText.shown(it.within())
                          + ", and stays")
          .say(
              RoomReply.CannotDeleteNow.class,
              it -> "#" + it.number() + " cannot be deleted now, as the store fails; try later")
          .build();

  private static final Cases<Void, RegistryOutcome, String> OF_REGISTRY =
      Cases.<Void, RegistryOutcome, String>of(RegistryOutcome.class)
          .say(RegistryReply.RoomClosed.class, closed -> closed.name() + " is closed")
          .say(
              RegistryReply.NoSuchRoom.class,
              no -> "there is no room called " + no.name() + "; it belongs to nobody now")
          .say(
              RegistryReply.StartRoomStays.class,
              it -> it.name() + " is where everybody starts, and stays open")
          .build();

  private RoomOutcomeText() {}

  static String of(RoomOutcome outcome) {
    return TEXTS.apply(null, outcome);
  }

  static String of(RegistryOutcome outcome) {
    return OF_REGISTRY.apply(null, outcome);
  }
}
