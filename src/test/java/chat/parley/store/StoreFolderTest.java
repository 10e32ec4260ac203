package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders in which a store is, or cannot be, and what an operator is told then. */
class StoreFolderTest {
  @TempDir private Path temporary;

  private Path folder() {
    return temporary.resolve("parley-data");
  }

  private Path database() {
    return folder().resolve("parley.db");
  }

  private Store opened() {
    return Store.open(new StoreLocation.Folder(folder()));
  }

  private static void isRefused(Path folder, String message) {
    assertThatThrownBy(() -> Store.open(new StoreLocation.Folder(folder)))
        .isInstanceOf(StoreException.class)
        .hasMessage("the store %s %s", folder, message);
  }

  private static void writes(Store store, int count) {
    for (int i = 0; i < count; i++) {
      StoredRecord item = Items.registration("name" + i);
      TestStoreWriter.write(store, List.of(TestStoreWriter.keep(item)));
    }
  }

  @Test
  void isForItsOwnerOnlyWithAllThatIsInIt() throws IOException {
    try (Store store = opened()) {
      writes(store, 1);
      Map<String, String> permissions = new TreeMap<>();
      try (Stream<Path> files = Files.list(folder())) {
        for (Path file : files.filter(it -> !it.toString().contains("sqlite-")).toList()) {
          permissions.put(file.getFileName().toString(), permissions(file));
        }
      }
      assertThat(permissions)
          .isEqualTo(
              Map.of(
                  "lock", "rw-------",
                  "parley.db", "rw-------",
                  "parley.db-shm", "rw-------",
                  "parley.db-wal", "rw-------"));
      assertThat(permissions(folder())).isEqualTo("rwx------");
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void mayBeThereAlreadyWithFilesOfOthers() throws IOException {
    Files.createDirectory(folder());
    Files.writeString(folder().resolve("notes.txt"), "mine");
    opened().close();
    opened().close();
    assertThat(folder().resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void isClearedOfTheLibrariesOfServersThatWereKilled() throws IOException {
    opened().close();
    Path left = Files.createFile(folder().resolve("sqlite-3.1-1-libsqlitejdbc.so"));
    Path lock = Files.createFile(folder().resolve("sqlite-3.1-1-libsqlitejdbc.so.lck"));
    opened().close();
    assertThat(left).doesNotExist();
    assertThat(lock).doesNotExist();
  }

  @Test
  void cannotBeAFile() throws IOException {
    String other = "name another with --store DIR, or none with --store none";
    Files.writeString(folder(), "H:2,block:2,blockSize:1000");
    isRefused(folder(), "is a file of an older parley, which this one cannot read; " + other);
    Files.writeString(folder(), "SQLite format 3\0 and so on");
    isRefused(folder(), "is an SQLite database; name the folder that it is in with --store DIR");
    Files.writeString(folder(), "");
    isRefused(folder(), "is a file, where a folder is needed; " + other);
    assertThat(folder()).isEmptyFile();
  }

  @Test
  void cannotBeWhereNothingCanBeMade() {
    isRefused(
        temporary.resolve("no/data"),
        "cannot be opened: there is no folder " + temporary.resolve("no"));
    Path impossible = Path.of("/proc/parley-data");
    assumeTrue(Files.isDirectory(impossible.getParent()), "/proc is needed");
    assertThatThrownBy(() -> Store.open(new StoreLocation.Folder(impossible)))
        .isInstanceOf(StoreException.class)
        .hasMessageMatching(
            "the store /proc/parley-data cannot be opened:"
                + " (permission denied|nothing can be made in /proc)");
  }

  @Test
  void cannotBeOneThatMayNotBeWritten() throws IOException {
    opened().close();
    assertThat(folder().toFile().setWritable(false)).isTrue();
    assertThat(folder().resolve("lock").toFile().setWritable(false)).isTrue();
    assumeTrue(!Files.isWritable(folder()), "whoever runs this must not be able to write anything");
    isRefused(folder(), "cannot be opened: permission denied");
  }

  @Test
  void leavesAloneWhatIsNoDatabase() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(6).nextBytes(noise);
    byte[] header = noise.clone();
    System.arraycopy("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), 0, header, 0, 16);
    for (byte[] content : List.of("parley {}\n".getBytes(StandardCharsets.UTF_8), noise, header)) {
      Files.createDirectories(folder());
      Files.write(database(), content);
      isRefused(folder(), "is damaged; restore the backup, or name another with --store DIR");
      assertThat(database()).hasBinaryContent(content);
    }
    Files.writeString(database(), "H:2,block:2");
    isRefused(
        folder(),
        "cannot be opened: parley.db is a file of an older parley, which this one cannot read;"
            + " move it away, or name another with --store DIR");
  }

  @Test
  void leavesAloneWhatIsDamagedInTheMiddle() throws IOException {
    try (Store store = opened()) {
      writes(store, 300);
    }
    byte[] content = Files.readAllBytes(database());
    byte[] noise = new byte[content.length];
    new Random(6).nextBytes(noise);
    // All but the first page, where the names of the tables are.
    System.arraycopy(content, 0, noise, 0, 4096);
    Files.write(database(), noise);
    assertThatThrownBy(() -> opened().load())
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "the store %s is damaged; restore the backup, or name another with --store DIR",
            folder());
    assertThat(database()).hasBinaryContent(noise);
  }

  @Test
  void leavesAloneTheDatabaseOfAnotherProgramOrANewerParley() throws Exception {
    Files.createDirectory(folder());
    sql("CREATE TABLE users (name TEXT)");
    byte[] others = Files.readAllBytes(database());
    isRefused(folder(), "has tables of another program; name another store with --store DIR");
    assertThat(database()).hasBinaryContent(others);
    sql("CREATE TABLE schema_version (version INTEGER)", "INSERT INTO schema_version VALUES (99)");
    byte[] newer = Files.readAllBytes(database());
    assertThatThrownBy(this::opened)
        .hasMessageContaining("was written by a newer parley (its version is 99,");
    assertThat(database()).hasBinaryContent(newer);
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.executeUpdate(each);
      }
    }
  }

  @Test
  void saysWhereARecordIsThatCannotBeRead() throws SQLException {
    opened().close();
    sql("INSERT INTO ownership VALUES ('lobby', 'Lobby', 'alice', 'yesterday')");
    try (Store store = opened()) {
      assertThatThrownBy(store::load)
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "the store %s is damaged: its table ownership cannot be read at lobby; restore the"
                  + " backup",
              folder());
    }
  }

  @Test
  void isNotWrittenWhenItIsFullAndThenAgain() {
    try (Store store = opened()) {
      store.inTransaction(
          connection -> {
            try (Statement statement = connection.createStatement()) {
              return statement.execute("PRAGMA max_page_count = 1");
            }
          });
      assertThatThrownBy(() -> writes(store, 300))
          .isInstanceOf(StoreException.class)
          .hasMessage("the store %s cannot be written: the disk is full", folder());
      writes(store, 300);
      assertThat(store.load().registrations()).hasSize(300);
    }
  }

  @Test
  void isNotWrittenWhenItsDatabaseIsGoneAndThenAgain() throws IOException {
    try (Store store = opened()) {
      writes(store, 1);
      Path away = temporary.resolve("away");
      Files.move(database(), away);
      assertThatThrownBy(() -> writes(store, 2))
          .isInstanceOf(StoreException.class)
          .hasMessage("the store %s cannot be written: parley.db is gone; put it back", folder());
      Files.createFile(database());
      assertThatThrownBy(() -> writes(store, 2))
          .hasMessage(
              "the store %s cannot be written: parley.db is another file than it was; start parley"
                  + " anew",
              folder());
      Files.delete(database());
      Files.move(away, database());
      writes(store, 3);
      assertThat(store.load().registrations()).hasSize(3);
    }
  }

  @Test
  void keepsItsLogSmall() throws IOException {
    try (Store store = opened()) {
      for (int i = 0; i < 30; i++) {
        int from = i * 1000;
        TestStoreWriter.write(
            store,
            Stream.iterate(from, it -> it + 1)
                .limit(1000)
                .map(it -> (StoredRecord) Items.registration("name" + it))
                .map(TestStoreWriter::keep)
                .toList());
        store.tidy();
      }
      assertThat(Files.size(folder().resolve("parley.db"))).isGreaterThan(2_000_000);
      assertThat(Files.size(folder().resolve("parley.db-wal"))).isLessThan(8_000_000);
    }
  }
}
