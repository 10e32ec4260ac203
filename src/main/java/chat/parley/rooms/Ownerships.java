package chat.parley.rooms;

import chat.parley.names.LookAlikes;
import chat.parley.names.Names;
import chat.parley.store.Ownership;
import chat.parley.store.StoreClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which room belongs to which registered name, also while there is no such room: what the store
 * holds of rooms. A room decides itself whose it is, and has it kept here.
 */
final class Ownerships {
  /** How many rooms are kept for one name. */
  static final int MAX_PER_NAME = 20;

  private final Map<String, Ownership> byRoom = new HashMap<>();
  private final LookAlikes roomsByLooks = new LookAlikes();
  private final Map<String, Integer> count = new HashMap<>();
  private final StoreClient<RegistryCommand> store;
  private final Clock clock;

  /**
   * @param isRegistered whether a name, by its key, is registered; what belongs to none is
   *     forgotten
   */
  Ownerships(
      Collection<Ownership> kept,
      Predicate<String> isRegistered,
      StoreClient<RegistryCommand> store,
      Clock clock) {
    this.store = store;
    this.clock = clock;
    for (Ownership each : kept) {
      if (isRegistered.test(each.ownerKey())) {
        put(each);
      } else {
        store.forgetQuietly(each);
      }
    }
  }

  private void put(Ownership ownership) {
    byRoom.put(ownership.roomKey(), ownership);
    roomsByLooks.add(ownership.room());
    count.merge(ownership.ownerKey(), 1, Integer::sum);
  }

  boolean isKept(String roomKey) {
    return byRoom.containsKey(roomKey);
  }

  /** A room that belongs to somebody and whose name reads like these looks; null for none. */
  String like(Set<String> looks) {
    return roomsByLooks.like(looks, null);
  }

  /** The key of the registered name that the room with this key belongs to. */
  Optional<String> ownerOf(String roomKey) {
    return Optional.ofNullable(byRoom.get(roomKey)).map(Ownership::ownerKey);
  }

  /**
   * Keeps a room for a registered name, unless it belongs to one already, or the name has as many
   * as it may have; answers whether it does.
   */
  boolean keep(String room, String ownerKey) {
    String roomKey = Names.key(room);
    if (byRoom.containsKey(roomKey) || count.getOrDefault(ownerKey, 0) >= MAX_PER_NAME) {
      return false;
    }
    Ownership ownership = new Ownership(roomKey, room, ownerKey, clock.instant());
    put(ownership);
    store.keepQuietly(ownership);
    return true;
  }

  /** The room called so belongs to nobody any more. */
  void forget(String room) {
    Ownership forgotten = byRoom.remove(Names.key(room));
    if (forgotten != null) {
      roomsByLooks.remove(forgotten.room());
      count.computeIfPresent(forgotten.ownerKey(), (key, n) -> n == 1 ? null : n - 1);
      store.forgetQuietly(forgotten);
    }
  }

  /** The name is not registered any more; answers which rooms belonged to it. */
  List<String> forgetAllOf(String ownerKey) {
    List<String> rooms = new ArrayList<>();
    for (Ownership each : List.copyOf(byRoom.values())) {
      if (each.ownerKey().equals(ownerKey)) {
        rooms.add(each.room());
        forget(each.room());
      }
    }
    return rooms;
  }
}
