package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestStores.class)
class StoreSnapshotTest {
  @Parameter private TestStores kind;

  @TempDir private Path folder;

  private static void say(Store store, long first, long last) {
    var room = new StoredRoom("lobby", "Lobby", "e1", first - 1, "bees");
    TestStoreWriter.write(
        store,
        List.of(
            new StoreCommand.KeepRoom(room),
            new StoreCommand.Append(room, Posts.posts(first, last), false, true, null)));
  }

  private static List<StoredPost> read(StoreSnapshot snapshot, Optional<Instant> since) {
    List<StoredPost> posts = new ArrayList<>();
    snapshot.posts(snapshot.rooms().iterator().next(), since).forEachRemaining(posts::add);
    return posts;
  }

  @Test
  void isOfOneMomentWhateverIsSaidWhileItIsRead() {
    StoreLocation location = kind.in(folder);
    try (Store store = Store.open(location)) {
      for (long first = 1; first <= 100; first++) {
        say(store, first, first);
      }
      try (StoreSnapshot snapshot = StoreSnapshot.open(location)) {
        say(store, 101, 101);
        StoredRoom room = snapshot.rooms().iterator().next();
        assertThat(room).isEqualTo(new StoredRoom("lobby", "Lobby", "e1", 100, "bees"));
        Iterator<StoredPost> posts = snapshot.posts(room, Optional.empty());
        List<StoredPost> read = new ArrayList<>(List.of(posts.next()));
        say(store, 102, 200);
        posts.forEachRemaining(read::add);
        assertThat(read).isEqualTo(Posts.posts(1, 100));
      }
      try (StoreSnapshot snapshot = StoreSnapshot.open(location)) {
        assertThat(read(snapshot, Optional.empty())).isEqualTo(Posts.posts(1, 200));
      }
    }
  }

  @Test
  void beginsAtATime() {
    StoreLocation location = kind.in(folder);
    try (Store store = Store.open(location)) {
      say(store, 1, 10);
      say(store, 11, 20);
    }
    try (StoreSnapshot snapshot = StoreSnapshot.open(location)) {
      assertThat(read(snapshot, Optional.of(Posts.NOON.plusSeconds(7))))
          .isEqualTo(Posts.posts(7, 20));
      assertThat(read(snapshot, Optional.of(Posts.NOON.plusSeconds(21)))).isEmpty();
    }
  }

  @Test
  void isNotMadeWhereThereIsNoStore() {
    StoreLocation location = kind.in(folder);
    assertThatThrownBy(() -> StoreSnapshot.open(location))
        .isInstanceOf(StoreException.class)
        .hasMessageMatching(
            "the store \\S+ (does not exist; name another with --store DIR|has nothing in it)");
    assertThat(folder).isEmptyDirectory();
  }
}
