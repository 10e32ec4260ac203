package chat.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Posts that may be in the database although those who said them have been told that they are not
 * said: they go with the next transaction, before their numbers are given again.
 */
final class UnwantedPosts {
  /** The number of the first one in each room, by its key; all behind it are unwanted, too. */
  private final Map<String, Long> first = new HashMap<>();

  /** What these have written is not wanted but for posts that can wait. */
  void add(List<StoreCommand.Write> writes) {
    for (StoreCommand.Write write : writes) {
      if (write instanceof StoreCommand.Append append && !append.waits()) {
        first.merge(append.roomKey(), append.posts().get(0).number(), Math::min);
      }
    }
  }

  boolean isEmpty() {
    return first.isEmpty();
  }

  /** Removes them, in a transaction of which {@link #removed} tells that it was committed. */
  void remove(Connection connection) throws SQLException {
    for (Map.Entry<String, Long> each : first.entrySet()) {
      OptionalLong room = RoomTable.find(connection, each.getKey());
      if (room.isPresent()) {
        // What was written together is a block of its own, so none is cut.
        BlockBodies.delete(connection, room.getAsLong(), each.getValue(), PostKey.MAX_NUMBER);
      }
    }
  }

  void removed() {
    first.clear();
  }
}
