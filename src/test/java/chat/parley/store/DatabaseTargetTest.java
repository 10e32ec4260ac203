package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a database holds of what was written into it, and what it was then said not to hold. */
@ParameterizedClass
@EnumSource(TestStores.class)
class DatabaseTargetTest {
  private static final StoredRoom LOBBY = new StoredRoom("lobby", "lobby", "4f2a", 0, "");

  @Parameter private TestStores kind;

  @TempDir private Path folder;

  private StoreLocation location;
  private Store store;
  private StoreTarget target;

  @BeforeEach
  void open() {
    location = kind.in(folder);
    reopen();
  }

  @AfterEach
  void close() {
    target.close();
  }

  private void reopen() {
    store = Store.open(location);
    store.load();
    target = TestStoreWriter.target(store);
  }

  private static StoreCommand.Append append(boolean mayWait, StoredPost... posts) {
    return new StoreCommand.Append(LOBBY, List.of(posts), false, mayWait, null);
  }

  private List<StoredPost> posts() {
    return KeptPosts.of(store, "lobby");
  }

  @Test
  void holdsPostsOnceHoweverOftenTheyAreWritten() {
    List<StoreCommand.Write> writes =
        List.of(append(true, Posts.post(1), Posts.post(2)), append(true, Posts.post(3)));
    target.write(writes);
    target.write(writes);
    target.write(List.of(writes.get(1), append(true, Posts.post(4))));
    assertThat(posts()).containsExactlyElementsOf(Posts.posts(1, 4));
  }

  @Test
  void takesBackWhatSomebodyWasToldNotToBeKept() {
    target.write(
        List.of(append(true, Posts.post(1)), TestStoreWriter.keep(Items.registration("alice"))));
    target.write(
        List.of(
            append(true, Posts.post(2)),
            append(false, Posts.post(3, "refused")),
            append(false, Posts.post(4, "refused")),
            TestStoreWriter.forget(Items.registration("alice")),
            TestStoreWriter.keep(Items.registration("bob"))));
    target.takeBack();
    target.write(List.of(append(true, Posts.post(3))));
    assertThat(posts()).containsExactlyElementsOf(Posts.posts(1, 3));
    assertThat(store.load().registrations()).containsExactly(Items.registration("alice"));
    target.write(List.of(append(false, Posts.post(4))));
    target.takeBack();
    target.close();
    reopen();
    assertThat(posts()).containsExactlyElementsOf(Posts.posts(1, 3));
  }

  private String epochAfter(HistorySettings.Durability durability, boolean changed) {
    assertThat(store.begin(durability)).isEqualTo(changed);
    return store.load().rooms().iterator().next().epoch();
  }

  @Test
  void changesEpochsOnlyAfterAServerThatShowedPostsEarlyWasKilled() {
    target.write(List.of(append(true, Posts.post(1))));
    assertThat(epochAfter(HistorySettings.Durability.RELAXED, false)).isEqualTo("4f2a");
    target.close();
    reopen();
    assertThat(epochAfter(HistorySettings.Durability.RELAXED, false)).isEqualTo("4f2a");
    store.close(); // as if killed
    reopen();
    String second = epochAfter(HistorySettings.Durability.FULL, true);
    assertThat(second).isNotEqualTo("4f2a");
    store.close();
    reopen();
    assertThat(epochAfter(HistorySettings.Durability.RELAXED, false)).isEqualTo(second);
    store.close();
    reopen();
    assertThat(epochAfter(HistorySettings.Durability.RELAXED, true)).isNotEqualTo(second);
  }
}
