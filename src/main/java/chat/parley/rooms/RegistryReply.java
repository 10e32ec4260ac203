package chat.parley.rooms;

import chat.parley.event.Outcome;
import chat.parley.room.RoomCommand;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/** What the {@link RoomRegistry} answers. */
public sealed interface RegistryReply {

  /** Answers {@link RegistryCommand.Find}. */
  sealed interface ToFind extends RegistryReply {}

  /** Answers {@link RegistryCommand.FindKnown}. */
  sealed interface ToFindKnown extends RegistryReply {}

  /** Answers {@link RegistryCommand.ListRooms}. */
  sealed interface ToList extends RegistryReply {}

  /** Answers {@link RegistryCommand.Close}. */
  sealed interface ToClose extends RegistryReply {}

  /** What was asked for could not be done, for no fault of who asked. */
  record Failed() implements ToFind, ToFindKnown, ToList, ToClose {}

  /** This is the room; whether it lets somebody in it decides itself. */
  record Found(String name, ActorRef<RoomCommand> room) implements ToFind, ToFindKnown {}

  /** There is no such room, and none is kept. */
  record Unknown(String name) implements ToFindKnown {}

  /** There is no such room, and none is opened whose name reads like another. */
  record LooksLike(String name, String other) implements ToFind {}

  /** There is no such room, and none is opened under a name of several scripts. */
  record MixesScripts(String name) implements ToFind {}

  /** There are as many rooms as may be, and none of this name. */
  record TooManyRooms(String name) implements ToFind, ToFindKnown {}

  /** All rooms, the most populated first. */
  record Rooms(List<RoomSummary> rooms) implements ToList {}

  /** A room, how many people are in it, and whether it is locked. */
  record RoomSummary(String name, int people, boolean locked) {}

  /** What came of an order. */
  sealed interface RegistryOutcome extends ToClose, Outcome {}

  /** Everybody is sent out of the room. */
  record RoomClosed(String name) implements RegistryOutcome {}

  /** There is no such room; the name belongs to nobody now. */
  record NoSuchRoom(String name) implements RegistryOutcome {}

  /** The room where everybody starts stays open. */
  record StartRoomStays(String name) implements RegistryOutcome {}
}
