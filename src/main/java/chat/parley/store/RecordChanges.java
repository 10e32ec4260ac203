package chat.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes of records, of which those that fail are never made later: whoever asked for them has
 * been told that all is as it was.
 */
final class RecordChanges {

  /**
   * A change of one item.
   *
   * @param item what is to be there from now on; empty for nothing
   */
  record Change(StoredRecord.Id id, Optional<StoredRecord> item) {}

  /**
   * What there was before changes that failed, which may have been made nevertheless; it is put
   * back with the next ones.
   */
  private final Map<StoredRecord.Id, Optional<StoredRecord>> before = new HashMap<>();

  /** What there was before those that are being made, or were made last. */
  private final Map<StoredRecord.Id, Optional<StoredRecord>> old = new HashMap<>();

  /** A transaction begins, of which {@link #made} or {@link #unwanted} tells the end. */
  void begin() {
    old.clear();
  }

  /** Makes changes, in the transaction. */
  void make(Database database, Connection connection, List<Change> changes) throws SQLException {
    if (before.isEmpty() && changes.isEmpty()) {
      return;
    }
    Map<StoredRecord.Id, Optional<StoredRecord>> all = new LinkedHashMap<>(before);
    changes.forEach(change -> all.put(change.id(), change.item()));
    for (StoredRecord.Id id : all.keySet()) {
      old.put(id, RecordTables.find(database, connection, id));
    }
    RecordTables.change(connection, all);
  }

  /** The transaction has been committed. */
  void made() {
    before.clear();
  }

  /** The transaction has failed, or whoever asked for it has been told that it has. */
  void unwanted() {
    // What is older than these is in there already.
    old.forEach(before::putIfAbsent);
    old.clear();
  }

  /** Whether something is to be put back. */
  boolean hasLeft() {
    return !before.isEmpty();
  }
}
