package chat.parley.store;

import chat.parley.access.AddressRange;
import chat.parley.access.PasswordHash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** How each class of records is kept in its table. */
final class RecordTables {
  private static final RecordTable<Registration> REGISTRATIONS =
      new RecordTable<>(
          "registration",
          List.of("name_key", "name", "password", "since"),
          it -> present(it.key(), it.name(), it.password().written(), it.since().toString()),
          RecordTables::registration);

  private static final RecordTable<Sanction> SANCTIONS =
      new RecordTable<>(
          "sanction",
          List.of(
              "sanction_key",
              "kind",
              "target",
              "name_key",
              "addresses",
              "since",
              "until",
              "given_by",
              "why"),
          it ->
              List.of(
                  Optional.of(it.id().key()),
                  Optional.of(it.kind().name().toLowerCase(Locale.ROOT)),
                  Optional.of(it.target()),
                  it.nameKey(),
                  it.addresses().map(AddressRange::toString),
                  Optional.of(it.since().toString()),
                  it.until().map(Instant::toString),
                  Optional.of(it.by()),
                  Optional.of(it.why())),
          RecordTables::sanction);

  private static final RecordTable<Ownership> OWNERSHIPS =
      new RecordTable<>(
          "ownership",
          List.of("room_key", "room", "owner_key", "since"),
          it -> present(it.roomKey(), it.room(), it.ownerKey(), it.since().toString()),
          RecordTables::ownership);

  private static final RecordTable<WaitingMessage> MESSAGES =
      new RecordTable<>(
          "waiting_message",
          List.of("number", "to_key", "from_name", "sender", "said_at", "body", "unheard"),
          it ->
              present(
                  it.id().key(),
                  it.toKey(),
                  it.from(),
                  it.sender(),
                  it.time().toString(),
                  it.text(),
                  Boolean.toString(it.unheard())),
          RecordTables::message);

  private RecordTables() {}

  /**
   * All records.
   *
   * @throws StoreException when there is one that cannot be read
   */
  static StoredState load(Database database, Connection connection) throws SQLException {
    return new StoredState(
        REGISTRATIONS.load(database, connection),
        SANCTIONS.load(database, connection),
        OWNERSHIPS.load(database, connection),
        MESSAGES.load(database, connection),
        List.of());
  }

  /** The record with this id. */
  static Optional<StoredRecord> find(Database database, Connection connection, StoredRecord.Id id)
      throws SQLException {
    return table(id.section()).find(database, connection, id.key());
  }

  /** Makes changes, of different ids. */
  static void change(Connection connection, Map<StoredRecord.Id, Optional<StoredRecord>> changes)
      throws SQLException {
    REGISTRATIONS.put(connection, records(changes, Registration.class));
    SANCTIONS.put(connection, records(changes, Sanction.class));
    OWNERSHIPS.put(connection, records(changes, Ownership.class));
    MESSAGES.put(connection, records(changes, WaitingMessage.class));
    for (StoredRecord.Section section : StoredRecord.Section.values()) {
      List<String> gone = new ArrayList<>();
      changes.forEach(
          (id, record) -> {
            if (id.section() == section && record.isEmpty()) {
              gone.add(id.key());
            }
          });
      table(section).remove(connection, gone);
    }
  }

  private static <T> List<T> records(
      Map<StoredRecord.Id, Optional<StoredRecord>> changes, Class<T> type) {
    return changes.values().stream()
        .flatMap(Optional::stream)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static RecordTable<?> table(StoredRecord.Section section) {
    return switch (section) {
      case REGISTRATIONS -> REGISTRATIONS;
      case SANCTIONS -> SANCTIONS;
      case OWNERSHIPS -> OWNERSHIPS;
      case MESSAGES -> MESSAGES;
    };
  }

  private static Registration registration(ResultSet row) throws SQLException {
    return new Registration(
        row.getString("name_key"),
        row.getString("name"),
        PasswordHash.parse(row.getString("password")).orElseThrow(),
        Instant.parse(row.getString("since")));
  }

  private static Sanction sanction(ResultSet row) throws SQLException {
    var sanction =
        new Sanction(
            Sanction.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            row.getString("target"),
            Optional.ofNullable(row.getString("name_key")),
            Optional.ofNullable(row.getString("addresses"))
                .map(it -> AddressRange.parse(it).orElseThrow()),
            Instant.parse(row.getString("since")),
            Optional.ofNullable(row.getString("until")).map(Instant::parse),
            row.getString("given_by"),
            row.getString("why"));
    if (!sanction.id().key().equals(row.getString("sanction_key"))) {
      throw new NoSuchElementException("its key is that of another one");
    }
    return sanction;
  }

  private static Ownership ownership(ResultSet row) throws SQLException {
    return new Ownership(
        row.getString("room_key"),
        row.getString("room"),
        row.getString("owner_key"),
        Instant.parse(row.getString("since")));
  }

  private static WaitingMessage message(ResultSet row) throws SQLException {
    return new WaitingMessage(
        Long.parseLong(row.getString("number")),
        row.getString("to_key"),
        row.getString("from_name"),
        row.getString("sender"),
        Instant.parse(row.getString("said_at")),
        row.getString("body"),
        Boolean.parseBoolean(row.getString("unheard")));
  }

  private static List<Optional<String>> present(String... values) {
    return List.of(values).stream().map(Optional::of).toList();
  }
}
