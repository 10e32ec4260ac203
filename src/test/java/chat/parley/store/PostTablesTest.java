package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostTablesTest {
  @TempDir private Path folder;
  private Connection connection;
  private long room;

  @BeforeEach
  void open() throws Exception {
    connection = SqliteFile.open(folder.resolve("parley.db"));
    RoomTable.create(connection, "before", "Before", "e");
    room = RoomTable.create(connection, "lobby", "Lobby", "e");
    long after = RoomTable.create(connection, "after", "After", "e");
    // What is next to the room is never taken for a part of it.
    PostTable.append(connection, Map.of(room - 1, Posts.posts(1, 9), after, Posts.posts(1, 9)));
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
  }

  private void append(List<StoredPost> posts) throws Exception {
    PostTable.append(connection, Map.of(room, posts));
  }

  private List<StoredPost> all() throws Exception {
    return PostPages.since(connection, room, 0, 100_000);
  }

  @Test
  void doesWhatAPlainListDoes() throws Exception {
    for (int seed = 0; seed < 10; seed++) {
      room = RoomTable.create(connection, "room " + seed, "Room", "e");
      compare(new Random(seed));
    }
    assertThat(PostPages.since(connection, 1, 0, 100)).isEqualTo(Posts.posts(1, 9));
  }

  private void compare(Random random) throws Exception {
    var model = new PostModel();
    Instant now = Posts.NOON;
    long number = 1;
    for (int step = 0; step < 60; step++) {
      switch (random.nextInt(6)) {
        case 0, 1, 2 -> {
          List<StoredPost> posts = new ArrayList<>();
          for (int i = random.nextInt(40); i >= 0; i--) {
            number += random.nextInt(15) == 0 ? 1 + random.nextInt(5) : 0;
            now = now.plusMillis(random.nextInt(3) * 1_000L);
            posts.add(Posts.random(random, number++, now));
          }
          append(posts);
          append(posts);
          model.append(posts);
        }
        case 3 -> {
          long victim = random.nextLong(number + 2);
          PostTable.delete(connection, room, victim, "carol");
          model.delete(victim, "carol");
        }
        case 4 -> {
          Optional<Instant> time =
              Optional.of(now.minusSeconds(random.nextInt(300))).filter(it -> random.nextBoolean());
          long max = random.nextInt(8) == 0 ? 0 : 20 + random.nextInt(200);
          assertThat(retain(time, max, 1 + random.nextInt(3))).isEqualTo(model.retain(time, max));
        }
        default -> {}
      }
      assertReadsAs(model, random, number, now);
    }
  }

  private long retain(Optional<Instant> time, long max, int slice) throws Exception {
    long posts = 0;
    PostRetention.Removed removed;
    do {
      removed = PostRetention.retain(connection, room, time, max, slice);
      posts += removed.posts();
      if (removed.posts() > 0) {
        assertThat(all()).allMatch(removed(removed.through()).negate());
      }
    } while (removed.posts() > 0);
    return posts;
  }

  private static Predicate<StoredPost> removed(long through) {
    return post -> post.number() <= through;
  }

  private void assertReadsAs(PostModel model, Random random, long number, Instant now)
      throws Exception {
    assertThat(all()).isEqualTo(model.all());
    assertThat(RoomTable.all(connection).get(room).lastNumber()).isEqualTo(model.lastNumber());
    long some = random.nextLong(number + 3);
    assertThat(PostTable.post(connection, room, some)).isEqualTo(model.post(some));
    int count = random.nextInt(30);
    var atNumber = new HistoryQuery.AtNumber(some);
    var atTime =
        new HistoryQuery.AtTime(
            now.minusMillis(random.nextInt(400_000) - 1_000).plusNanos(random.nextInt(2)));
    for (HistoryQuery query :
        List.of(
            new HistoryQuery.Last(count),
            new HistoryQuery.Before(atNumber, count),
            new HistoryQuery.Since(atNumber, count),
            new HistoryQuery.Before(atTime, count),
            new HistoryQuery.Since(atTime, count))) {
      assertThat(PostPages.page(connection, room, "Lobby", query))
          .as("%s", query)
          .isEqualTo(model.page("Lobby", query));
    }
    assertThat(through(new PostCursor(room, some, number - 5)))
        .isEqualTo(
            model.all().stream()
                .filter(post -> post.number() >= some && post.number() <= number - 5)
                .toList());
  }

  private List<StoredPost> through(PostCursor cursor) throws Exception {
    List<StoredPost> all = new ArrayList<>();
    for (List<StoredPost> next = cursor.next(connection);
        !next.isEmpty();
        next = cursor.next(connection)) {
      all.addAll(next);
    }
    return all;
  }

  @Test
  void keepsPostsOnceWhenACommitIsRepeatedWithMoreBehindIt() throws Exception {
    append(Posts.posts(1, 1_500));
    append(Posts.posts(1, 1_700));
    append(Posts.posts(1, 1_500));
    assertThat(all()).isEqualTo(Posts.posts(1, 1_700));
  }

  @Test
  void leavesADeletedPostDeletedWhenItsCommitIsRepeated() throws Exception {
    append(Posts.posts(1, 3));
    assertThat(PostTable.delete(connection, room, 2, "bob")).isEqualTo(PostTable.Deletion.DELETED);
    append(Posts.posts(1, 3));
    assertThat(PostTable.post(connection, room, 2)).contains(Posts.post(2).deletedBy("bob"));
    assertThat(PostTable.delete(connection, room, 2, "eve"))
        .isEqualTo(PostTable.Deletion.DELETED_ALREADY);
    assertThat(PostTable.delete(connection, room, 4, "eve"))
        .isEqualTo(PostTable.Deletion.NO_SUCH_POST);
  }

  @Test
  void goesThroughMoreThanItReadsAtOnce() throws Exception {
    List<StoredPost> posts = Posts.posts(1, 200);
    for (StoredPost post : posts) {
      append(List.of(post));
    }
    assertThat(through(new PostCursor(room, 1, Long.MAX_VALUE))).isEqualTo(posts);
    assertThat(new PostCursor(room, 1, 200).next(connection)).isEqualTo(posts.subList(0, 64));
  }

  @Test
  void answersPlacesThatAreFarFromEverything() throws Exception {
    append(Posts.posts(1, 3));
    var farAhead = new HistoryQuery.AtNumber(Long.MAX_VALUE);
    var farBack = new HistoryQuery.AtNumber(Long.MIN_VALUE);
    assertPage(new HistoryQuery.Before(farAhead, 9), 3, false, false);
    assertPage(new HistoryQuery.Since(farAhead, 9), 0, true, false);
    assertPage(new HistoryQuery.Before(farBack, 9), 0, false, true);
    assertPage(new HistoryQuery.Since(farBack, 2), 2, false, true);
    assertPage(new HistoryQuery.Since(new HistoryQuery.AtTime(Instant.MIN), 9), 3, false, false);
    assertPage(new HistoryQuery.Since(new HistoryQuery.AtTime(Instant.MAX), 9), 0, true, false);
    assertThat(PostPages.since(connection, room, Long.MAX_VALUE, 9)).isEmpty();
    assertThat(PostTable.post(connection, room, Long.MAX_VALUE)).isEmpty();
  }

  private void assertPage(HistoryQuery query, int posts, boolean older, boolean newer)
      throws Exception {
    HistoryPage page = PostPages.page(connection, room, "Lobby", query);
    assertThat(page.posts()).hasSize(posts);
    assertThat(page.older()).isEqualTo(older);
    assertThat(page.newer()).isEqualTo(newer);
  }

  @Test
  void removesNoMoreBlocksThanItMayAndCutsTheLastOne() throws Exception {
    for (long first = 1; first <= 41; first += 10) {
      append(Posts.posts(first, first + 9));
    }
    assertThat(PostRetention.retain(connection, room, Optional.empty(), 25, 2))
        .isEqualTo(new PostRetention.Removed(20, 20));
    assertThat(
            PostRetention.retain(
                connection, room, Optional.of(Posts.NOON.plus(Duration.ofSeconds(29))), 25, 2))
        .isEqualTo(new PostRetention.Removed(8, 28));
    assertThat(PostRetention.retain(connection, room, Optional.empty(), 25, 2))
        .isEqualTo(PostRetention.Removed.NOTHING);
    assertThat(all()).isEqualTo(Posts.posts(29, 50));
  }
}
