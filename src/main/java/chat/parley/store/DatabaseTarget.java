package chat.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A {@link StoreTarget} that is a database: one transaction for what is written together. */
final class DatabaseTarget implements StoreTarget {
  private final Store store;
  private final Database database;
  private final RecordChanges records = new RecordChanges();
  private final UnwantedPosts unwanted = new UnwantedPosts();
  private final RoomIds ids;
  private final SearchIndex index;
  private final Tidying tidying;

  /** What was written last. */
  private List<StoreCommand.Write> latest = List.of();

  /** Whether all is written that was to be. */
  private boolean isWhole = true;

  DatabaseTarget(Store store, Database database, SearchIndex index, Tidying tidying) {
    this.store = store;
    this.database = database;
    this.ids = store.rooms();
    this.index = index;
    this.tidying = tidying;
  }

  @Override
  public Map<StoreCommand.Delete, Optional<StoredPost>> write(List<StoreCommand.Write> writes) {
    // Known to others only when they are committed.
    Map<String, Long> made = new HashMap<>();
    Set<Long> rooms = new HashSet<>();
    latest = writes;
    records.begin();
    try {
      Map<StoreCommand.Delete, Optional<StoredPost>> deleted =
          store.inTransaction(connection -> write(connection, writes, made, rooms));
      records.made();
      unwanted.removed();
      isWhole = true;
      ids.add(made);
      tidying.written(rooms);
      return deleted;
    } catch (RuntimeException e) {
      isWhole = false;
      takeBack();
      throw e;
    }
  }

  @Override
  public void takeBack() {
    records.unwanted();
    unwanted.add(latest);
  }

  private Map<StoreCommand.Delete, Optional<StoredPost>> write(
      Connection connection,
      List<StoreCommand.Write> writes,
      Map<String, Long> made,
      Set<Long> rooms)
      throws SQLException {
    if (writes.isEmpty()) {
      MetaTable.tryToWrite(connection);
    }
    unwanted.remove(connection);
    List<RecordChanges.Change> changes = new ArrayList<>();
    var appends = new Appends();
    Map<StoreCommand.Delete, Optional<StoredPost>> deleted = new HashMap<>();
    for (StoreCommand.Write write : writes) {
      if (write instanceof StoreCommand.Append append) {
        long room = id(connection, append.room(), made);
        rooms.add(room);
        appends.add(room, append.posts());
      } else if (write instanceof StoreCommand.Keep keep) {
        changes.add(new RecordChanges.Change(keep.item().id(), Optional.of(keep.item())));
      } else if (write instanceof StoreCommand.Forget forget) {
        changes.add(new RecordChanges.Change(forget.id(), Optional.empty()));
      } else if (write instanceof StoreCommand.KeepRoom keep) {
        keep(connection, keep.room(), made);
      } else if (write instanceof StoreCommand.Delete delete) {
        appends.write(connection);
        deleted.put(delete, delete(connection, delete));
      }
    }
    appends.write(connection);
    records.make(database, connection, changes);
    return deleted;
  }

  /** Posts of several rooms, which go to the database together. */
  private static final class Appends {
    private Map<Long, List<StoredPost>> posts = new LinkedHashMap<>();
    private final List<Map<Long, List<StoredPost>>> full = new ArrayList<>();

    /** What was appended together stays together, so that it can be written again. */
    void add(long room, List<StoredPost> more) {
      if (posts.containsKey(room)) {
        full.add(posts);
        posts = new LinkedHashMap<>();
      }
      posts.put(room, more);
    }

    void write(Connection connection) throws SQLException {
      full.add(posts);
      posts = new LinkedHashMap<>();
      for (Map<Long, List<StoredPost>> each : full) {
        if (!each.isEmpty()) {
          PostTable.append(connection, each);
        }
      }
      full.clear();
    }
  }

  private long id(Connection connection, StoredRoom room, Map<String, Long> made)
      throws SQLException {
    Long known = made.get(room.key());
    if (known != null) {
      return known;
    }
    var kept = ids.of(room.key());
    if (kept.isPresent()) {
      return kept.getAsLong();
    }
    long id = RoomTable.create(connection, room.key(), room.name(), room.epoch());
    made.put(room.key(), id);
    return id;
  }

  private void keep(Connection connection, StoredRoom room, Map<String, Long> made)
      throws SQLException {
    long id = id(connection, room, made);
    RoomTable.setName(connection, id, room.name());
    RoomTable.setEpoch(connection, id, room.epoch());
    RoomTable.setTopic(connection, id, room.topic());
    RoomTable.raiseLastNumber(connection, id, room.lastNumber());
  }

  private Optional<StoredPost> delete(Connection connection, StoreCommand.Delete delete)
      throws SQLException {
    var id = ids.of(delete.roomKey());
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<StoredPost> before = PostTable.post(connection, id.getAsLong(), delete.number());
    database.setWiping(connection, true);
    PostTable.delete(connection, id.getAsLong(), delete.number(), delete.by());
    database.setWiping(connection, false);
    index.remove(connection, id.getAsLong(), List.of(delete.number()));
    return before;
  }

  @Override
  public void configure(StoreCommand.Configure settings) {
    tidying.configure(settings.retention());
  }

  @Override
  public boolean tidy(Duration within) {
    boolean more = tidying.tidy(store, within);
    store.tidy();
    return more;
  }

  @Override
  public void close() {
    try {
      if (records.hasLeft() || !unwanted.isEmpty()) {
        write(List.of());
      }
      if (isWhole) {
        store.endWhole();
      }
    } finally {
      store.close();
    }
  }
}
