package chat.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Copies the tables of one database into another, of whichever kinds, in a transaction of each.
 * What words there are is left out: the server makes it anew from what was said.
 */
final class TableCopy {
  /** How many rows are read and written together. */
  private static final int TOGETHER = 64;

  private final Connection from;
  private final Connection to;
  private final LongConsumer progress;
  private long bytes;

  /**
   * @param from with a transaction that has begun
   * @param progress is told how many bytes of posts have been copied
   */
  TableCopy(Connection from, Connection to, LongConsumer progress) {
    this.from = from;
    this.to = to;
    this.progress = progress;
  }

  /** Copies everything and commits it, into {@code target}, in which there must be nothing. */
  void copy(Database target) throws SQLException {
    to.setNetworkTimeout(Runnable::run, 0); // the commit takes its time
    to.setAutoCommit(false);
    for (String table : tables(target.dialect())) {
      if (hasRows(table)) {
        throw target.failure("is not empty; name one with nothing in it");
      }
      copy(table);
    }
    to.setAutoCommit(true); // commits
  }

  private List<String> tables(Dialect dialect) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = to.createStatement();
        ResultSet names = statement.executeQuery(dialect.tables())) {
      while (names.next()) {
        tables.add(names.getString(1));
      }
    }
    return tables;
  }

  private boolean hasRows(String table) throws SQLException {
    try (Statement statement = to.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
      return rows.next();
    }
  }

  private void copy(String table) throws SQLException {
    try (PreparedStatement select =
        from.prepareStatement("SELECT * FROM " + table + " ORDER BY 1")) {
      select.setFetchSize(TOGETHER);
      try (ResultSet rows = select.executeQuery()) {
        insert(table, rows);
      }
    }
  }

  private void insert(String table, ResultSet rows) throws SQLException {
    List<String> columns = columns(rows.getMetaData());
    String sql =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", Collections.nCopies(columns.size(), "?")));
    try (PreparedStatement insert = to.prepareStatement(sql)) {
      int waiting = 0;
      while (rows.next()) {
        for (int column = 1; column <= columns.size(); column++) {
          Object value = rows.getObject(column);
          bytes += value instanceof byte[] body ? body.length : 0;
          insert.setObject(column, value);
        }
        insert.addBatch();
        if (++waiting == TOGETHER) {
          insert.executeBatch();
          waiting = 0;
          progress.accept(bytes);
        }
      }
      insert.executeBatch();
      progress.accept(bytes);
    }
  }

  private static List<String> columns(ResultSetMetaData of) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int column = 1; column <= of.getColumnCount(); column++) {
      columns.add(of.getColumnName(column));
    }
    return columns;
  }
}
