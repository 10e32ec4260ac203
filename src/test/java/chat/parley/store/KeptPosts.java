package chat.parley.store;

import java.util.List;
import java.util.OptionalLong;

/** What a store holds of what was said. */
public final class KeptPosts {
  private KeptPosts() {}

  /** All posts of a room, oldest first, in a store that no server has open. */
  public static List<StoredPost> of(StoreLocation location, String roomKey) {
    try (Store store = Store.open(location)) {
      store.load();
      return of(store, roomKey);
    }
  }

  /** The same, in a store that is open; none where there is no such room. */
  static List<StoredPost> of(Store store, String roomKey) {
    OptionalLong room = store.rooms().of(roomKey);
    return room.isEmpty()
        ? List.of()
        : store.inTransaction(it -> BlockBodies.posts(it, room.getAsLong(), 0, PostKey.MAX_NUMBER));
  }

  /** What is kept of a room but for its posts, in a store that no server has open. */
  public static StoredRoom room(StoreLocation location, String roomKey) {
    try (Store store = Store.open(location)) {
      return store.load().rooms().stream()
          .filter(room -> room.key().equals(roomKey))
          .findFirst()
          .orElseThrow();
    }
  }
}
