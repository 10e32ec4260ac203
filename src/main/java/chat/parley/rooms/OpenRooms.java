package chat.parley.rooms;

import chat.parley.names.LookAlikes;
import chat.parley.names.Names;
import chat.parley.room.RoomCommand;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/** The rooms that there are, by name, by ref, and by what their names look like. */
final class OpenRooms {
  private final Map<String, OpenRoom> byKey = new HashMap<>();
  private final Map<ActorRef<RoomCommand>, OpenRoom> byRef = new HashMap<>();
  private final LookAlikes byLooks = new LookAlikes();

  /** The room called {@code name}; null when there is none. */
  OpenRoom named(String name) {
    return byKey.get(Names.key(name));
  }

  /** The room that this is; null when there is none any more. */
  OpenRoom of(ActorRef<RoomCommand> ref) {
    return byRef.get(ref);
  }

  /** The name of one that reads like these looks; null for none. */
  String like(Set<String> looks) {
    return byLooks.like(looks, null);
  }

  Collection<OpenRoom> all() {
    return byKey.values();
  }

  int count() {
    return byKey.size();
  }

  void add(OpenRoom room) {
    byKey.put(room.key(), room);
    byRef.put(room.ref(), room);
    byLooks.add(room.name());
  }

  void remove(OpenRoom room) {
    if (byKey.remove(room.key(), room)) {
      byRef.remove(room.ref());
      byLooks.remove(room.name());
    }
  }

  /** A room that is about to end, after which {@code refusal} may not be true any more. */
  Optional<OpenRoom> endingInTheWay(RegistryReply.ToFind refusal) {
    return byKey.values().stream()
        .filter(each -> each.isRetiring() && isInTheWay(each, refusal))
        .findFirst();
  }

  private static boolean isInTheWay(OpenRoom room, RegistryReply.ToFind refusal) {
    return refusal instanceof RegistryReply.TooManyRooms
        || (refusal instanceof RegistryReply.LooksLike like && like.other().equals(room.name()));
  }

  /** All that people are in, the most populated first; the others are about to fill, or to end. */
  List<RegistryReply.RoomSummary> summaries() {
    return byKey.values().stream()
        .map(OpenRoom::summary)
        .filter(room -> room.people() > 0)
        .sorted(
            Comparator.comparingInt(RegistryReply.RoomSummary::people)
                .reversed()
                .thenComparing(RegistryReply.RoomSummary::name))
        .toList();
  }
}
