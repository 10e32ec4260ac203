package chat.parley.rooms;

import org.apache.pekko.actor.typed.ActorRef;

/** What the {@link RoomRegistry} can be told. */
public sealed interface RegistryCommand
    permits RegistryCommand.Finding,
        RegistryCommand.ListRooms,
        RegistryCommand.Close,
        RegistryCommand.ForgetOwner,
        RegistryCommand.Configure,
        InternalCommand {

  /** Asks for a room; who asks for one that is about to end waits until it has. */
  sealed interface Finding extends RegistryCommand {

    /** What the room is called. */
    String name();

    /** Where the answer goes. */
    ActorRef<RegistryReply> replyTo();
  }

  /**
   * Asks for the room called {@code name}, which is opened if there is none; answered with {@link
   * RegistryReply.ToFind}.
   *
   * @param leaving the name of the room that whoever asks is about to leave; empty for none
   */
  record Find(String name, String leaving, ActorRef<RegistryReply> replyTo) implements Finding {}

  /**
   * Asks for the room called {@code name}, if it is open or kept, without going there; answered
   * with {@link RegistryReply.ToFindKnown}.
   */
  record FindKnown(String name, ActorRef<RegistryReply> replyTo) implements Finding {}

  /** Asks for the {@link RegistryReply.Rooms}. */
  record ListRooms(ActorRef<RegistryReply> replyTo) implements RegistryCommand {}

  /**
   * Sends everybody out of a room, and forgets whose it is; answered with {@link
   * RegistryReply.ToClose}.
   *
   * @param by the name of the operator who orders it
   */
  record Close(String name, String by, ActorRef<RegistryReply> replyTo)
      implements RegistryCommand {}

  /** The name with this key is not registered any more, so no room belongs to it. */
  record ForgetOwner(String ownerKey) implements RegistryCommand {}

  /** Goes by other settings from now on; answered when the rooms have been told. */
  record Configure(RegistrySettings settings, ActorRef<Configured> replyTo)
      implements RegistryCommand {}

  /** The registry, and all rooms, go by other settings. */
  record Configured() {}
}
