package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestStores.class)
class PostImportTest {
  private static final StoredRoom LOBBY = new StoredRoom("lobby", "Lobby", "e1", 0, "");

  @Parameter private TestStores kind;

  @TempDir private Path folder;

  private StoreLocation location;

  @BeforeEach
  void isNew() {
    location = kind.in(folder);
  }

  private PostImport.Counts add(StoredRoom room, List<StoredPost> posts) {
    try (PostImport into = PostImport.open(location)) {
      return into.add(List.of(room), posts.isEmpty() ? Map.of() : Map.of("lobby", posts));
    }
  }

  private static PostImport.Counts counts(long added, long known) {
    return new PostImport.Counts(added, known);
  }

  private StoredRoom room() {
    try (StoreSnapshot snapshot = StoreSnapshot.open(location)) {
      return snapshot.rooms().iterator().next();
    }
  }

  private List<StoredPost> posts() {
    List<StoredPost> posts = new ArrayList<>();
    try (StoreSnapshot snapshot = StoreSnapshot.open(location)) {
      snapshot
          .posts(snapshot.rooms().iterator().next(), Optional.empty())
          .forEachRemaining(posts::add);
    }
    return posts;
  }

  @Test
  void addsWhatIsMissingWhereverThatIsAndInWhateverOrderItComes() {
    Random random = new Random(15);
    List<StoredPost> all = Posts.posts(1, 400);
    for (int i = 0; i < 6; i++) {
      List<StoredPost> some = new ArrayList<>(all);
      Collections.shuffle(some, random);
      add(LOBBY, some.subList(0, 60));
    }
    long there = posts().size();
    assertThat(there).isBetween(61L, 399L);
    assertThat(add(LOBBY, all)).isEqualTo(counts(400 - there, there));
    assertThat(posts()).isEqualTo(all);
    assertThat(add(LOBBY, all)).isEqualTo(counts(0, 400));
    assertThat(posts()).isEqualTo(all);
  }

  @Test
  void keepsWhatWasDeletedHereOrThere() {
    StoredPost deletedHere = Posts.post(1).deletedBy("bob");
    add(LOBBY, List.of(deletedHere, Posts.post(2)));
    assertThat(add(LOBBY, List.of(Posts.post(1), Posts.post(2).deletedBy("eve"))))
        .isEqualTo(counts(0, 2));
    assertThat(posts()).containsExactly(deletedHere, Posts.post(2));
  }

  @Test
  void givesNoNumberAgainAndATopicOnlyWhereThereWasNone() {
    add(new StoredRoom("lobby", "Lobby", "e1", 70, "bees"), Posts.posts(1, 3));
    add(new StoredRoom("lobby", "LOBBY", "e1", 50, "honey"), Posts.posts(4, 5));
    assertThat(room()).isEqualTo(new StoredRoom("lobby", "Lobby", "e1", 70, "bees"));
  }

  @Test
  void takesTheEpochOfARoomInWhichNothingHasBeenSaid() {
    add(LOBBY, List.of());
    add(new StoredRoom("lobby", "Lobby", "e2", 3, "bees"), Posts.posts(1, 3));
    assertThat(room()).isEqualTo(new StoredRoom("lobby", "Lobby", "e2", 3, "bees"));
  }

  @Test
  void refusesARoomWhoseNumbersMeanOtherPosts() {
    add(LOBBY, Posts.posts(1, 3));
    assertThatThrownBy(() -> add(new StoredRoom("lobby", "Lobby", "e2", 9, ""), Posts.posts(4, 9)))
        .isInstanceOf(StoreException.class)
        .hasMessageEndingWith(
            " has other posts under the same numbers (its epoch is e1, not e2) in the room Lobby;"
                + " import into a store of its own");
    StoredPost other =
        new StoredPost(3, Posts.NOON, "carol", false, StoredPost.Kind.TEXT, "post 3");
    assertThatThrownBy(() -> add(LOBBY, List.of(other, Posts.post(4))))
        .isInstanceOf(StoreException.class)
        .hasMessageEndingWith(
            " has another post #3 in the room Lobby; import into a store of its own");
    assertThat(posts()).isEqualTo(Posts.posts(1, 3));
  }

  @Test
  void hasTheServerFindAllOfIt() {
    add(LOBBY, Posts.posts(11, 20));
    tidy();
    add(LOBBY, Posts.posts(1, 25));
    tidy();
    try (Store store = Store.open(location)) {
      store.load();
      var search =
          new StoreCommand.Search(
              "lobby", "Lobby", SearchQueryParser.parse("post"), Long.MAX_VALUE, 100, null);
      SearchPage found = store.source().orElseThrow().find(search, List.of());
      assertThat(found.posts()).hasSize(25);
    }
  }

  /** Does what a server does when nobody says anything. */
  private void tidy() {
    try (Store store = Store.open(location)) {
      store.load();
      StoreTarget target = store.target(room -> Retention.EVERYTHING, Clock.systemUTC());
      boolean more;
      do {
        more = target.tidy(Duration.ofSeconds(1));
      } while (more);
    }
  }
}
