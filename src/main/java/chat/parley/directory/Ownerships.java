package chat.parley.directory;

import chat.parley.names.LookAlikes;
import chat.parley.names.Names;
import chat.parley.store.Ownership;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which room belongs to which registered name, also while there is no such room. Whoever makes a
 * room without a registered name has it only as long as they are here.
 */
final class Ownerships {
  /** How many rooms are kept for one name. */
  static final int MAX_PER_NAME = 20;

  private final Map<String, Ownership> byRoom = new HashMap<>();
  private final LookAlikes roomsByLooks = new LookAlikes();
  private final Map<String, Integer> count = new HashMap<>();
  private final AsyncServices services;
  private final Clock clock;

  /**
   * @param isRegistered whether a name, by its key, is registered; what belongs to none is
   *     forgotten
   */
  Ownerships(
      Collection<Ownership> kept,
      Predicate<String> isRegistered,
      AsyncServices services,
      Clock clock) {
    for (Ownership each : kept) {
      if (isRegistered.test(each.ownerKey())) {
        put(each);
      } else {
        services.forgetQuietly(each);
      }
    }
    this.services = services;
    this.clock = clock;
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

  /** Somebody makes {@code room}, which may belong to somebody else nevertheless. */
  void found(OpenRoom room, User founder) {
    Ownership kept = byRoom.get(room.key());
    if (kept != null) {
      room.setOwnerKey(kept.ownerKey());
      return;
    }
    room.setFounder(founder);
    keepFor(room, founder);
  }

  /** Somebody has proven to be of a registered name: what they have made is kept for it. */
  void registered(User user) {
    user.founded().forEach(room -> keepFor(room, user));
  }

  private void keepFor(OpenRoom room, User user) {
    String ownerKey = user.key();
    if (!user.isRegistered()
        || byRoom.containsKey(room.key())
        || count.getOrDefault(ownerKey, 0) >= MAX_PER_NAME) {
      return;
    }
    Ownership ownership = new Ownership(room.key(), room.name(), ownerKey, clock.instant());
    put(ownership);
    room.setOwnerKey(ownerKey);
    services.keepQuietly(ownership);
  }

  /** The room called so belongs to nobody any more. */
  void forget(String room) {
    Ownership forgotten = byRoom.remove(Names.key(room));
    if (forgotten != null) {
      roomsByLooks.remove(forgotten.room());
      count.computeIfPresent(forgotten.ownerKey(), (key, n) -> n == 1 ? null : n - 1);
      services.forgetQuietly(forgotten);
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
