package chat.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds rooms and posts from elsewhere to a store that no server uses meanwhile. What is there
 * already stays as it is, so it can be done twice.
 */
public final class PostImport implements AutoCloseable {

  /**
   * How many posts were given.
   *
   * @param added those that are new
   * @param known those that were there
   */
  public record Counts(long added, long known) {
    /** Both together. */
    public Counts plus(Counts more) {
      return new Counts(added + more.added, known + more.known);
    }
  }

  private final Store store;
  private final Database database;
  private final SearchIndex index;

  /** What there is of rooms, by their keys. */
  private final Map<String, Long> ids = new HashMap<>();

  private final Map<String, StoredRoom> rooms = new HashMap<>();

  private PostImport(Store store, Database database) {
    this.store = store;
    this.database = database;
    this.index = new SearchIndex(database.dialect());
    store
        .inTransaction(RoomTable::all)
        .forEach(
            (id, room) -> {
              ids.put(room.key(), id);
              rooms.put(room.key(), room);
            });
  }

  /**
   * Opens a store, which is made if it is not there.
   *
   * @throws StoreException when it cannot be used, also because a server uses it
   */
  public static PostImport open(StoreLocation location) {
    Store store = Store.open(location);
    try {
      Database database =
          store
              .database()
              .orElseThrow(
                  () ->
                      new StoreException(
                          "nothing is kept with --store none; name a store with --store"));
      return new PostImport(store, database);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /**
   * Adds rooms and posts, all of them or none.
   *
   * @param more rooms; of one that is there the topic stays, if it has one
   * @param posts by the keys of their rooms, which are there or among {@code more}; in any order
   * @throws StoreException when there is something else in their place, or the database fails
   */
  public Counts add(Collection<StoredRoom> more, Map<String, List<StoredPost>> posts) {
    return store.inTransaction(
        connection -> {
          for (StoredRoom room : more) {
            add(connection, room);
          }
          Counts counts = new Counts(0, 0);
          for (var each : posts.entrySet()) {
            counts = counts.plus(add(connection, rooms.get(each.getKey()), each.getValue()));
          }
          return counts;
        });
  }

  private void add(Connection connection, StoredRoom room) throws SQLException {
    StoredRoom there = rooms.get(room.key());
    long id =
        there == null
            ? RoomTable.create(connection, room.key(), room.name(), room.epoch())
            : ids.get(room.key());
    if (there != null && !there.epoch().equals(room.epoch())) {
      if (there.lastNumber() > 0) {
        throw other(
            room,
            "other posts under the same numbers (its epoch is "
                + there.epoch()
                + ", not "
                + room.epoch()
                + ")");
      }
      RoomTable.setEpoch(connection, id, room.epoch());
    }
    String topic = there == null || there.topic().isEmpty() ? room.topic() : there.topic();
    RoomTable.setTopic(connection, id, topic);
    RoomTable.raiseLastNumber(connection, id, room.lastNumber());
    long last = Math.max(room.lastNumber(), there == null ? 0 : there.lastNumber());
    ids.put(room.key(), id);
    String name = there == null ? room.name() : there.name();
    rooms.put(room.key(), new StoredRoom(room.key(), name, room.epoch(), last, topic));
  }

  private Counts add(Connection connection, StoredRoom room, List<StoredPost> given)
      throws SQLException {
    long id = ids.get(room.key());
    var posts = new TreeMap<Long, StoredPost>();
    given.forEach(post -> posts.putIfAbsent(post.number(), post));
    var there = new PostCursor(id, posts.firstKey(), posts.lastKey());
    for (List<StoredPost> some = there.next(connection);
        !some.isEmpty();
        some = there.next(connection)) {
      for (StoredPost post : some) {
        StoredPost same = posts.remove(post.number());
        if (same != null && !isSame(post, same)) {
          throw other(room, "another post #" + post.number());
        }
      }
    }
    // What is missing is in no block, so neither are blocks of it, which have no gaps.
    List<StoredPost> missing = List.copyOf(posts.values());
    PostTable.append(connection, Map.of(id, missing));
    indexEarlier(connection, id, missing);
    return new Counts(missing.size(), given.size() - missing.size());
  }

  /** Whether they are the same, also when one of them has been deleted. */
  private static boolean isSame(StoredPost one, StoredPost other) {
    return one.time().equals(other.time()) && one.author().equals(other.author());
  }

  /** The server goes on in its index where it has stopped, so it would not see those before. */
  private void indexEarlier(Connection connection, long room, List<StoredPost> posts)
      throws SQLException {
    long indexed = index.progress(connection, room);
    List<StoredPost> earlier = posts.stream().filter(post -> post.number() <= indexed).toList();
    if (!earlier.isEmpty()) {
      index.addEarlier(connection, room, earlier);
    }
  }

  private StoreException other(StoredRoom room, String what) {
    return database.failure(
        "has " + what + " in the room " + room.name() + "; import into a store of its own");
  }

  @Override
  public void close() {
    store.close();
  }
}
