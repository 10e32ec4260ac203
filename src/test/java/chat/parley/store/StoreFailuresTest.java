package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a store that cannot be written for a while, and of a second server. */
@ParameterizedClass
@EnumSource(TestStores.class)
class StoreFailuresTest {
  @Parameter private TestStores kind;

  @TempDir private Path folder;

  private StoreLocation location;

  @BeforeEach
  void isNew() {
    location = kind.in(folder);
  }

  private static StoreCommand.Write keep(StoredRecord item) {
    return TestStoreWriter.keep(item);
  }

  /** A connection past the store, as that of another program. */
  private Connection beside() throws SQLException {
    return location instanceof StoreLocation.Server server
        ? DriverManager.getConnection(
            "jdbc:postgresql://%s/%s?currentSchema=parley"
                .formatted(server.at(), server.database()),
            server.user(),
            "")
        : DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("parley-data/parley.db"));
  }

  /** Has the table of ownerships out of the way, or back. */
  private void moveOwnerships(String from, String to) throws SQLException {
    try (Connection other = beside();
        Statement statement = other.createStatement()) {
      statement.execute("ALTER TABLE " + from + " RENAME TO " + to);
    }
  }

  @Test
  void makesAllChangesOrNoneAndGoesOnWhenItCan() throws SQLException {
    try (Store store = Store.open(location)) {
      StoreTarget target = TestStoreWriter.target(store);
      target.write(List.of(keep(Items.registration("alice"))));
      moveOwnerships("ownership", "away");
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(
                () ->
                    target.write(
                        List.of(keep(Items.registration("bob")), keep(Items.ownership("lobby")))))
            .isInstanceOf(StoreException.class)
            .hasMessageStartingWith("the store " + location + " fails: ");
      }
      moveOwnerships("away", "ownership");
      target.write(List.of(keep(Items.ownership("kitchen"))));
      assertThat(store.load().registrations()).containsExactly(Items.registration("alice"));
      assertThat(store.load().ownerships()).containsExactly(Items.ownership("kitchen"));
    }
  }

  @Test
  void takesBackATransactionOfWhichAPartFails() {
    try (Store store = Store.open(location)) {
      assertThatThrownBy(
              () ->
                  store.inTransaction(
                      connection -> {
                        insert(connection, "a");
                        throw new IllegalStateException("half done");
                      }))
          .isInstanceOf(IllegalStateException.class);
      store.inTransaction(connection -> insert(connection, "b"));
      assertThat(store.inTransaction(StoreFailuresTest::keys)).isEqualTo("b");
    }
  }

  private static int insert(Connection connection, String key) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("INSERT INTO meta VALUES ('" + key + "', '')");
    }
  }

  private static String keys(Connection connection) throws SQLException {
    var keys = new StringBuilder();
    try (Statement statement = connection.createStatement();
        var result = statement.executeQuery("SELECT key FROM meta")) {
      while (result.next()) {
        keys.append(result.getString(1));
      }
    }
    return keys.toString();
  }

  @Test
  void letsNoSecondServerIn() {
    String holder =
        kind == TestStores.SQLITE
            ? "process "
                + ProcessHandle.current().pid()
                + "; stop that, or name another with"
                + " --store DIR, or none with --store none"
            : "another server; stop that, or name another store with --store";
    try (Store store = Store.open(location)) {
      StoreTarget target = TestStoreWriter.target(store);
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> Store.open(location))
            .isInstanceOf(StoreException.class)
            .hasMessage("the store " + location + " is in use by " + holder);
      }
      target.write(List.of(keep(Items.ownership("lobby"))));
    }
    Store.open(location).close();
  }

  @Test
  void isReadByOthersWhoCanChangeNothing() throws SQLException {
    try (Store store = Store.open(location);
        Connection reader = store.database().orElseThrow().connectForReading()) {
      store.inTransaction(connection -> insert(connection, "a"));
      assertThat(keys(reader)).isEqualTo("a");
      store.inTransaction(connection -> insert(connection, "b"));
      store.tidy();
      assertThat(keys(reader)).isEqualTo("ab");
      assertThatThrownBy(() -> insert(reader, "c"))
          .isInstanceOfSatisfying(
              SQLException.class,
              e ->
                  assertThat(store.database().orElseThrow().failure(e))
                      .hasMessageContaining(" cannot be written: ")
                      .hasMessageContaining("read-only"));
    }
  }

  @Test
  void refusesTheStoreOfANewerParley() {
    try (Store store = Store.open(location)) {
      store.inTransaction(
          connection -> {
            try (Statement statement = connection.createStatement()) {
              return statement.executeUpdate(
                  "INSERT INTO schema_version VALUES (99, '0099-later', '')");
            }
          });
    }
    assertThatThrownBy(() -> Store.open(location))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "the store %s was written by a newer parley (its version is 99, this one knows %s);"
                + " run that one, or name another with --store DIR",
            location, Migrations.NAMES.size());
  }
}
