package chat.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table of records of one class: columns of text, of which the first is the key.
 *
 * @param name as it is in SQL
 * @param values what is in the columns for a record
 * @param read makes a record of a row
 */
record RecordTable<T extends StoredRecord>(
    String name, List<String> columns, Function<T, List<Optional<String>>> values, Reader<T> read) {

  /** Makes a record of a row; with any exception when it is none. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * All of them, in the order of their keys.
   *
   * @throws StoreException when there is one that cannot be read
   */
  List<T> load(Database database, Connection connection) throws SQLException {
    List<T> records = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(select("ORDER BY " + key()));
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        records.add(read(database, rows));
      }
    }
    return List.copyOf(records);
  }

  /**
   * The one with this key.
   *
   * @throws StoreException when it cannot be read
   */
  Optional<StoredRecord> find(Database database, Connection connection, String key)
      throws SQLException {
    String where = "WHERE " + key() + " = ?";
    try (PreparedStatement select = connection.prepareStatement(select(where))) {
      select.setString(1, key);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(read(database, rows)) : Optional.empty();
      }
    }
  }

  private T read(Database database, ResultSet row) throws SQLException {
    try {
      return read.read(row);
    } catch (RuntimeException e) {
      throw database.failure(
          "is damaged: its table %s cannot be read at %s; restore the backup"
              .formatted(name, row.getString(1)),
          e);
    }
  }

  /** Puts records in the place of those with the same keys. */
  void put(Connection connection, Collection<T> records) throws SQLException {
    if (records.isEmpty()) {
      return;
    }
    try (PreparedStatement upsert = connection.prepareStatement(upsert())) {
      for (T record : records) {
        int column = 1;
        for (Optional<String> value : values.apply(record)) {
          if (value.isPresent()) {
            upsert.setString(column++, value.get());
          } else {
            upsert.setNull(column++, Types.VARCHAR);
          }
        }
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  /** Removes those with these keys, as far as there are any. */
  void remove(Connection connection, Collection<String> keys) throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    String sql = "DELETE FROM " + name + " WHERE " + key() + " = ?";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      for (String key : keys) {
        delete.setString(1, key);
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }

  private String key() {
    return columns.get(0);
  }

  private String select(String rest) {
    return "SELECT " + String.join(", ", columns) + " FROM " + name + " " + rest;
  }

  private String upsert() {
    List<String> updates =
        columns.stream().skip(1).map(column -> column + " = excluded." + column).toList();
    return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s"
        .formatted(
            name,
            String.join(", ", columns),
            String.join(", ", Collections.nCopies(columns.size(), "?")),
            key(),
            String.join(", ", updates));
  }
}
