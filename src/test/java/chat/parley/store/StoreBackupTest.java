package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.patience.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestStores.class)
class StoreBackupTest {
  private static final StoredRoom LOBBY = new StoredRoom("lobby", "Lobby", "e1", 0, "");

  @Parameter private TestStores kind;

  @TempDir private Path folder;

  private StoreLocation location;
  private StoreLocation.Folder copy;

  @BeforeEach
  void isNew() {
    location = kind.in(folder);
    copy = new StoreLocation.Folder(folder.resolve("copy"));
  }

  private static long backup(StoreLocation from, StoreLocation to) {
    return StoreBackup.make(from, to, bytes -> {});
  }

  private static StoreCommand.Write append(List<StoredPost> posts) {
    return new StoreCommand.Append(LOBBY, posts, false, true, null);
  }

  private void fill() {
    try (Store store = Store.open(location)) {
      var message = new WaitingMessage(7, "alice", "小明", "name 小明", Items.NOON, "psst", true);
      List<StoreCommand.Write> writes = new ArrayList<>();
      List.of(Items.registration("alice"), Items.ban("bob"), Items.ownership("lobby"), message)
          .forEach(item -> writes.add(TestStoreWriter.keep(item)));
      writes.add(append(Posts.posts(1, 300)));
      writes.add(new StoreCommand.Delete("lobby", 7, "eve", null));
      TestStoreWriter.write(store, writes);
    }
  }

  private static StoredState state(StoreLocation of) {
    try (Store store = Store.open(of)) {
      return store.load();
    }
  }

  private static List<StoredPost> posts(StoreLocation of) {
    List<StoredPost> posts = new ArrayList<>();
    try (StoreSnapshot snapshot = StoreSnapshot.open(of)) {
      snapshot
          .posts(snapshot.rooms().iterator().next(), Optional.empty())
          .forEachRemaining(posts::add);
    }
    return posts;
  }

  @Test
  void hasAllThereIsWhereverItGoes() {
    fill();
    StoreLocation server = TestStores.POSTGRESQL.in(folder);
    StoreLocation again = new StoreLocation.Folder(folder.resolve("again"));
    assertThat(backup(location, copy)).isEqualTo(300);
    assertThat(backup(copy, server)).isEqualTo(300);
    assertThat(backup(server, again)).isEqualTo(300);
    for (StoreLocation each : List.of(copy, server, again)) {
      assertThat(state(each)).isEqualTo(state(location));
      assertThat(posts(each)).isEqualTo(posts(location));
    }
    assertThatThrownBy(() -> backup(location, server))
        .isInstanceOf(StoreException.class)
        .hasMessageEndingWith(" is not empty; name one with nothing in it");
  }

  @Test
  void isOfOneMomentWhileTheServerWrites() {
    fill();
    try (Store store = Store.open(location)) {
      store.load();
      var stop = new AtomicBoolean();
      var begun = new CountDownLatch(20);
      CompletableFuture<Long> written =
          CompletableFuture.supplyAsync(
              () -> {
                long number = 300;
                while (!stop.get()) {
                  number++;
                  TestStoreWriter.write(store, List.of(append(List.of(Posts.post(number)))));
                  begun.countDown();
                }
                return number;
              });
      Wait.forLatch("posts", begun);
      long copied = backup(location, copy);
      stop.set(true);
      assertThat(copied).isBetween(320L, Wait.forResult("the last post", written));
      assertThat(posts(copy))
          .extracting(StoredPost::number)
          .isEqualTo(Posts.posts(1, copied).stream().map(StoredPost::number).toList());
    }
  }

  @Test
  void isForNobodyElseToReadAndLeavesNothingBesideIt() throws IOException {
    fill();
    Files.createDirectory(copy.path());
    backup(location, copy);
    Path file = copy.path().resolve("parley.db");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(copy.path().toFile().list()).containsExactly("parley.db");
  }

  @Test
  void replacesNothingAndLeavesNothingWhenItCannotBeMade() throws IOException {
    Path file = Files.createDirectory(copy.path()).resolve("mine");
    Files.createFile(file);
    fill();
    assertThatThrownBy(() -> backup(location, copy))
        .isInstanceOf(StoreException.class)
        .hasMessage("the folder " + copy + " is not empty; name a new one for the backup");
    assertThat(file).exists();

    var other = new StoreLocation.Folder(folder.resolve("other"));
    assertThatThrownBy(
            () ->
                StoreBackup.make(
                    location,
                    other,
                    bytes -> {
                      throw new IllegalStateException("no more");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(other.path()).doesNotExist();
  }
}
