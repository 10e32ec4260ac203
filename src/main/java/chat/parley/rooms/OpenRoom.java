package chat.parley.rooms;

import chat.parley.names.Names;
import chat.parley.room.RoomAccess;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReport;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/** A room that there is, as the registry knows it. */
final class OpenRoom {
  private final String name;
  private final String key;
  private final ActorRef<RoomCommand> ref;
  private final RoomAccess access;

  /** Who has asked for it since it was told to retire. */
  private final List<RegistryCommand.Finding> waiting = new ArrayList<>(0);

  private boolean retiring;
  private boolean entered;
  private int people;
  private boolean locked;

  /**
   * @param access the room's own; only to be handed to the one that takes its place
   */
  OpenRoom(String name, ActorRef<RoomCommand> ref, RoomAccess access) {
    this.name = name;
    this.key = Names.key(name);
    this.ref = ref;
    this.access = access;
  }

  String name() {
    return name;
  }

  String key() {
    return key;
  }

  ActorRef<RoomCommand> ref() {
    return ref;
  }

  RoomAccess access() {
    return access;
  }

  int people() {
    return people;
  }

  /** What the room has said of itself. */
  void set(RoomReport.Status status) {
    people = status.people();
    entered |= people > 0;
    locked = status.locked();
  }

  RegistryReply.RoomSummary summary() {
    return new RegistryReply.RoomSummary(name, people, locked);
  }

  /** Whether anybody has ever come in. */
  boolean wasEntered() {
    return entered;
  }

  boolean isRetiring() {
    return retiring;
  }

  /** Tells it to stop if nobody is in it. */
  void retire() {
    retiring = true;
    ref.tell(new RoomCommand.Retire());
  }

  /** It stays, as somebody has come after all. */
  void stay() {
    retiring = false;
  }

  /** Has somebody wait until it is known whether the room stays. */
  void await(RegistryCommand.Finding find) {
    waiting.add(find);
  }

  /** Those who waited, who do so no longer. */
  List<RegistryCommand.Finding> released() {
    List<RegistryCommand.Finding> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }
}
