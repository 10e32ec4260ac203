package chat.parley.store;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The ids that rooms have in the database, by their keys; for all threads. */
final class RoomIds {
  private final Map<String, Long> ids = new ConcurrentHashMap<>();

  /** The id of the room; empty when nothing is kept of it. */
  OptionalLong of(String roomKey) {
    Long id = ids.get(roomKey);
    return id == null ? OptionalLong.empty() : OptionalLong.of(id);
  }

  void add(Map<String, Long> more) {
    ids.putAll(more);
  }

  /** Those of which something is kept. */
  Set<Map.Entry<String, Long>> all() {
    return ids.entrySet();
  }
}
