package chat.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The table of the rooms. Whatever changes it can be done again without harm, by a writer that did
 * not learn whether it was done. All throw {@link SQLException} when the database does not answer.
 */
final class RoomTable {
  private static final String ALL =
      """
      SELECT id, room_key, name, epoch, topic, last_number,
        (SELECT b.id + b.posts - 1 FROM post_block b
         WHERE b.id BETWEEN room.id * 1099511627776 AND room.id * 1099511627776 + 1099511627775
         ORDER BY b.id DESC LIMIT 1) AS last_key
      FROM room ORDER BY id\
      """;

  /**
   * One more than the greatest id, or, when that is too great, than one behind which one is free.
   */
  private static final String FREE =
      """
      SELECT CASE WHEN (SELECT coalesce(max(id), 0) FROM room) < %d
        THEN (SELECT coalesce(max(id), 0) + 1 FROM room)
        ELSE (SELECT min(id) + 1 FROM (SELECT 0 AS id UNION ALL SELECT id FROM room) AS used
              WHERE NOT EXISTS (SELECT 1 FROM room WHERE room.id = used.id + 1)) END\
      """
          .replace("%d", Long.toString(PostKey.MAX_ROOM));

  private RoomTable() {}

  /** All rooms that there are, by their ids. */
  static Map<Long, StoredRoom> all(Connection connection) throws SQLException {
    Map<Long, StoredRoom> rooms = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ALL)) {
      while (rows.next()) {
        rooms.put(
            rows.getLong("id"),
            new StoredRoom(
                rows.getString("room_key"),
                rows.getString("name"),
                rows.getString("epoch"),
                // 0 where there are no posts.
                Math.max(rows.getLong("last_number"), PostKey.number(rows.getLong("last_key"))),
                rows.getString("topic")));
      }
    }
    return rooms;
  }

  /**
   * Makes a room, where there is none with that key.
   *
   * @return its id, from 1 to {@link PostKey#MAX_ROOM}; the id of a room that is gone may come
   *     again
   * @throws StoreException when there are as many rooms as there can be
   */
  static long create(Connection connection, String key, String name, String epoch)
      throws SQLException {
    long free = number(connection, FREE);
    if (free > PostKey.MAX_ROOM) {
      throw new StoreException("the store holds as many rooms as it can; name another store");
    }
    update(
        connection,
        "INSERT INTO room (id, room_key, name, epoch) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (room_key) DO NOTHING",
        free,
        key,
        name,
        epoch);
    return number(connection, "SELECT id FROM room WHERE room_key = ?", key);
  }

  /** The id of the room with that key, where there is one. */
  static OptionalLong find(Connection connection, String key) throws SQLException {
    long id = number(connection, "SELECT coalesce(max(id), 0) FROM room WHERE room_key = ?", key);
    return id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
  }

  /** Has the room be shown by that name. */
  static void setName(Connection connection, long id, String name) throws SQLException {
    update(connection, "UPDATE room SET name = ? WHERE id = ?", name, id);
  }

  /** Has the numbers of the room's posts mean others than before. */
  static void setEpoch(Connection connection, long id, String epoch) throws SQLException {
    update(connection, "UPDATE room SET epoch = ? WHERE id = ?", epoch, id);
  }

  /** Has the room be about that; empty for nothing. */
  static void setTopic(Connection connection, long id, String topic) throws SQLException {
    update(connection, "UPDATE room SET topic = ? WHERE id = ?", topic, id);
  }

  /** Has no later post of the room be given {@code number} or a smaller one. */
  static void raiseLastNumber(Connection connection, long id, long number) throws SQLException {
    update(
        connection,
        "UPDATE room SET last_number = ? WHERE id = ? AND last_number < ?",
        number,
        id,
        number);
  }

  /** Deletes the room and all of its posts, at once however many they are. */
  static void delete(Connection connection, long id) throws SQLException {
    update(
        connection,
        "DELETE FROM post_block WHERE id BETWEEN ? AND ?",
        PostKey.of(id, 0),
        PostKey.of(id, PostKey.MAX_NUMBER));
    update(connection, "DELETE FROM room WHERE id = ?", id);
  }

  private static void update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      statement.executeUpdate();
    }
  }

  private static long number(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
