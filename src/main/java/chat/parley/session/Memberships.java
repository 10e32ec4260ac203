package chat.parley.session;

import chat.parley.names.Names;
import chat.parley.room.RoomCommand;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/** The rooms that the client is in, and those that it has made and left again. */
final class Memberships {
  /** Replaced at each change, as it hardly ever holds more than one, or any. */
  private Map<ActorRef<RoomCommand>, RoomMembership> byRoom = Map.of();

  private Set<ActorRef<RoomCommand>> founded = Set.of();

  /** The room that the client has entered, or spoken in, last; null when it is in none. */
  private RoomMembership current;

  /** The name of that room, or of the one that the client was in last. */
  private String lastRoom = "";

  boolean isEmpty() {
    return byRoom.isEmpty();
  }

  Optional<RoomMembership> current() {
    return Optional.ofNullable(current);
  }

  String lastRoom() {
    return lastRoom;
  }

  /** The membership of the room called so. */
  Optional<RoomMembership> named(String room) {
    return byRoom.values().stream().filter(each -> Names.same(each.name(), room)).findFirst();
  }

  /** The membership of this room. */
  Optional<RoomMembership> of(ActorRef<RoomCommand> room) {
    return Optional.ofNullable(byRoom.get(room));
  }

  Collection<RoomMembership> all() {
    return byRoom.values();
  }

  List<String> names() {
    return byRoom.values().stream().map(RoomMembership::name).toList();
  }

  void add(RoomMembership membership) {
    Map<ActorRef<RoomCommand>, RoomMembership> more = new HashMap<>(byRoom);
    more.put(membership.room(), membership);
    byRoom = Map.copyOf(more);
    setCurrent(membership);
  }

  /** The client speaks in this room. */
  void setCurrent(RoomMembership membership) {
    current = membership;
    lastRoom = membership.name();
  }

  void remove(RoomMembership membership) {
    Map<ActorRef<RoomCommand>, RoomMembership> rest = new HashMap<>(byRoom);
    rest.remove(membership.room(), membership);
    byRoom = Map.copyOf(rest);
    if (membership.equals(current)) {
      current = byRoom.isEmpty() ? null : byRoom.values().iterator().next();
    }
  }

  /** The client has made this room. */
  void addFounded(ActorRef<RoomCommand> room) {
    Set<ActorRef<RoomCommand>> more = new HashSet<>(founded);
    more.add(room);
    founded = Set.copyOf(more);
  }

  void removeFounded(ActorRef<RoomCommand> room) {
    if (founded.contains(room)) {
      Set<ActorRef<RoomCommand>> rest = new HashSet<>(founded);
      rest.remove(room);
      founded = Set.copyOf(rest);
    }
  }

  boolean hasFounded(ActorRef<RoomCommand> room) {
    return founded.contains(room);
  }

  /** Those that the client has made and is not in. */
  List<ActorRef<RoomCommand>> foundedElsewhere() {
    return founded.stream().filter(room -> of(room).isEmpty()).toList();
  }
}
