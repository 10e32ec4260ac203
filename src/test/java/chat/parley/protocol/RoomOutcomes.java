package chat.parley.protocol;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import chat.parley.room.RoomReply;
import chat.parley.rooms.RegistryReply;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What outcomes that concern rooms read like. */
final class RoomOutcomes {
  private RoomOutcomes() {}

  static Stream<Arguments> all() {
    return Stream.of(
        arguments(
            new RoomReply.NotOwner("den"),
            "den is not yours; you can open a room of your own with /join"),
        arguments(
            new RoomReply.TopicNotYours("den"),
            "den is not yours; only whose it is says what it is about"),
        arguments(new RoomReply.TopicSet("den", "tea"), "you set the topic: tea"),
        arguments(new RoomReply.NobodyHere("bob", "den"), "there is nobody called bob in den"),
        arguments(
            new RoomReply.CannotRemoveYourself(),
            "you cannot send yourself out; /join goes elsewhere"),
        arguments(
            new RoomReply.CannotRemoveOperator("olga"),
            "olga is an operator, who cannot be sent out"),
        arguments(
            new RoomReply.Removed("bob", "den"), "bob is sent out of den; /lock keeps people out"),
        arguments(new RoomReply.HereAlready("bob"), "bob is here already"),
        arguments(new RoomReply.InvitationSent("bob", "den"), "bob is invited to den"),
        arguments(
            new RoomReply.BelongsToNobody("den"), "den belongs to nobody, who could let people in"),
        arguments(new RoomReply.LockedAlready("den"), "den is locked already"),
        arguments(
            new RoomReply.NowLocked("den"),
            "den is locked: only whom you /invite comes in, until you /unlock it"),
        arguments(new RoomReply.NowOpen("den"), "den is open to everybody again"),
        arguments(new RoomReply.NotLocked("den"), "den is not locked"),
        arguments(new RoomReply.PostDeleted("den", 12, "bob", true), "#12 is deleted"),
        arguments(
            new RoomReply.NoSuchPost("den", 12),
            "there is no #12 in den, or not any more; /numbers on shows the numbers"),
        arguments(new RoomReply.DeletedAlready("den", 12), "#12 is deleted already"),
        arguments(
            new RoomReply.NotYourPost("den", 12),
            "#12 is not yours; its author and whose room it is delete it"),
        arguments(
            new RoomReply.TooLateToDelete("den", 12, Duration.ofMinutes(10)),
            "#12 is older than 10 min, and stays"),
        arguments(
            new RoomReply.TooLateToDelete("den", 12, Duration.ZERO),
            "#12 stays; whose room it is and operators delete posts"),
        arguments(
            new RoomReply.CannotDeleteNow("den", 12),
            "#12 cannot be deleted now, as the store fails; try later"),
        arguments(new RegistryReply.RoomClosed("den"), "den is closed"),
        arguments(
            new RegistryReply.NoSuchRoom("den"),
            "there is no room called den; it belongs to nobody now"),
        arguments(
            new RegistryReply.StartRoomStays("lobby"),
            "lobby is where everybody starts, and stays open"));
  }
}
