package chat.parley.rooms;

import chat.parley.names.Names;
import chat.parley.room.RoomKeeping;
import chat.parley.room.RoomRecord;
import chat.parley.store.HistorySettings.Durability;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoredRoom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/** What of rooms outlives them: those that are open, and those that are kept and are not. */
final class RoomRecords {
  private final Map<String, RoomRecord> records = new HashMap<>();
  private final Optional<ActorRef<StoreCommand>> store;
  private final Durability durability;

  /**
   * @param kept what there was before the server started
   * @param store empty where nothing is kept
   */
  RoomRecords(
      Collection<StoredRoom> kept, Optional<ActorRef<StoreCommand>> store, Durability durability) {
    this.store = store;
    this.durability = durability;
    kept.forEach(room -> records.put(room.key(), RoomRecord.of(room)));
  }

  /** Whether there is, or was, a room called so in which something was said. */
  boolean isKnown(String name) {
    return records.containsKey(Names.key(name));
  }

  /** What a room called {@code name} begins with. */
  RoomKeeping of(String name) {
    RoomRecord record = records.computeIfAbsent(Names.key(name), key -> RoomRecord.of(name));
    return new RoomKeeping(record, store, durability);
  }

  /** The room called {@code name} has ended. */
  void ended(String name) {
    RoomRecord record = records.get(Names.key(name));
    if (record != null && (store.isEmpty() || !record.isWorthKeeping())) {
      records.remove(Names.key(name));
    }
  }
}
