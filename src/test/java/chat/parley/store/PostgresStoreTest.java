package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.notation.HostPort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that have a store, or refuse it, and what an operator is told then. */
class PostgresStoreTest {
  @TempDir private Path folder;

  private static void isRefused(StoreLocation.Server location, String message) {
    assertThatThrownBy(() -> Store.open(location))
        .isInstanceOf(StoreException.class)
        .hasMessage("the store %s %s", location, message);
  }

  private static void keep(Store store, String name) {
    StoredRecord item = Items.registration(name);
    TestStoreWriter.write(store, List.of(TestStoreWriter.keep(item)));
  }

  @Test
  void letsInWhoeverHasThePasswordOfTheFile() throws IOException {
    StoreLocation.Server guarded = PostgresFixture.as("guarded", PostgresFixture.newDatabase());
    isRefused(
        guarded,
        "cannot be opened: the server wants a password; put it in a file, see"
            + " parley.store-password-file, or into the one that PGPASSFILE names");
    Path file = folder.resolve("password");
    isRefused(
        guarded.withPasswordFile(file),
        "cannot be opened: its password file " + file + ": there is no such file");
    Files.writeString(file, "wrong\n");
    isRefused(
        guarded.withPasswordFile(file),
        "cannot be opened: the server does not let guarded in: password authentication failed for"
            + " user \"guarded\"");
    Files.writeString(file, PostgresFixture.PASSWORD + "\n");
    Store.open(guarded.withPasswordFile(file)).close();
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    StoreLocation.Server there = PostgresFixture.newDatabase();
    isRefused(
        new StoreLocation.Server(there.at(), "nowhere", "postgres", Optional.empty(), Map.of()),
        "cannot be opened: the server has no database nowhere; make it: createdb -O postgres"
            + " nowhere");
    isRefused(
        PostgresFixture.as("nobody", there),
        "cannot be opened: the server does not let nobody in: role \"nobody\" does not exist");
    PostgresFixture.execute("CREATE ROLE reader LOGIN");
    isRefused(
        PostgresFixture.as("reader", there),
        "cannot be used by reader: permission denied for database " + there.database());
    int port = closedPort();
    assertThatThrownBy(() -> Store.open(PostgresFixture.location(port, "db", "postgres")))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(
            "the store postgresql://postgres@localhost:%s/db cannot be reached: ", port)
        .hasMessageContaining("refused");
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void isLockedAndFoundAgainWhenTheServerWasAway() throws IOException {
    Path data = folder.resolve("data");
    EmbeddedPostgres server = PostgresFixture.start(data, 0);
    int port = server.getPort();
    StoreLocation location = PostgresFixture.location(port, "postgres", "postgres");
    Store store = Store.open(location);
    try {
      keep(store, "alice");
      server.close();
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> keep(store, "bob"))
            .isInstanceOf(StoreException.class)
            .hasMessageStartingWith("the store " + location + " cannot be reached: ");
      }
      server = PostgresFixture.start(data, port);
      keep(store, "carol");
      assertThat(store.load().registrations())
          .extracting(Registration::name)
          .containsExactly("alice", "carol");
      assertThatThrownBy(() -> Store.open(location)).hasMessageContaining("in use");
    } finally {
      store.close();
      server.close();
    }
  }

  @Test
  void namesTheServerAsItIsWritten() {
    assertThat(
            new StoreLocation.Server(
                new HostPort("::1", 5432), "chat", "bob", Optional.empty(), Map.of()))
        .hasToString("postgresql://bob@[::1]:5432/chat");
  }
}
