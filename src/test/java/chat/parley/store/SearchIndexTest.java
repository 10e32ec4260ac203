package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.notation.NotationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchIndexTest {
  private static final long ROOM = 7;

  private static StoredPost post(long number, String author, String text) {
    return new StoredPost(number, Instant.EPOCH, author, false, StoredPost.Kind.TEXT, text);
  }

  private static SearchQuery query(String text) {
    return SearchQueryParser.parse(text);
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void findsWhatLookingAtEveryPostFinds(Dialect dialect) throws Exception {
    try (Connection connection = SearchDatabase.open(dialect)) {
      for (int seed = 0; seed < 8; seed++) {
        compare(connection, new SearchIndex(dialect), new Random(seed), 1 + 4L * seed);
      }
    }
  }

  private static void compare(
      Connection connection, SearchIndex index, Random random, long firstRoom) throws Exception {
    var model = new SearchModel();
    long number = 0;
    for (int step = 0; step < 40; step++) {
      long room = firstRoom + random.nextInt(3);
      switch (random.nextInt(8)) {
        case 0 -> {
          long upTo = random.nextLong(number + 1) / 2;
          index.removeUpTo(connection, room, upTo);
          model.removeUpTo(room, upTo);
        }
        case 1, 2 -> {
          List<Long> victims = random.longs(3, 0, number + 2).boxed().toList();
          index.remove(connection, room, victims);
          model.remove(room, victims);
        }
        default -> {
          List<StoredPost> posts = new ArrayList<>();
          for (int i = random.nextInt(30); i >= 0; i--) {
            number += 1 + random.nextInt(10) / 9;
            posts.add(SearchPosts.random(random, number));
          }
          index.add(connection, room, posts);
          if (random.nextInt(5) == 0) {
            index.add(connection, room, posts);
          }
          model.add(room, posts);
          assertThat(index.progress(connection, room)).isEqualTo(number);
        }
      }
      assertFindsTheSame(connection, index, model, random, firstRoom, number);
    }
  }

  private static void assertFindsTheSame(
      Connection connection,
      SearchIndex index,
      SearchModel model,
      Random random,
      long firstRoom,
      long last)
      throws Exception {
    for (int i = 0; i < 20; i++) {
      long room = firstRoom + random.nextInt(3);
      String text = anyQuery(random, model.posts(room));
      Optional<SearchQuery> query = parsed(text);
      if (query.isPresent()) {
        long before = random.nextBoolean() ? Long.MAX_VALUE : random.nextLong(last + 2);
        int count = 1 + random.nextInt(20);
        assertThat(index.find(connection, room, query.get(), before, count))
            .as(text)
            .isEqualTo(model.find(room, query.get(), before, count));
      }
    }
  }

  private static Optional<SearchQuery> parsed(String text) {
    try {
      return Optional.of(query(text));
    } catch (NotationException e) {
      return Optional.empty();
    }
  }

  private static String anyQuery(Random random, List<StoredPost> posts) {
    String text =
        posts.isEmpty() || random.nextInt(4) == 0
            ? SearchPosts.text(random, 2)
            : posts.get(random.nextInt(posts.size())).text();
    int start = random.nextInt(text.length());
    String part = text.substring(start, start + random.nextInt(text.length() - start + 1));
    return switch (random.nextInt(5)) {
      case 0 -> "from:" + SearchPosts.author(random);
      case 1 -> "from:" + SearchPosts.author(random) + " " + part;
      case 2 -> part;
      default -> "\"" + part + "\"";
    };
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void findsWordsInsideAChineseSentence(Dialect dialect) throws Exception {
    try (Connection connection = SearchDatabase.open(dialect)) {
      var index = new SearchIndex(dialect);
      index.add(
          connection,
          ROOM,
          List.of(
              post(1, "\u5C0F\u660E", "\u5927\u5BB6\u4F60\u597D\u5417\uFF1F"),
              post(2, "bob", "\u597D\u4F60")));
      assertThat(index.find(connection, ROOM, query("\u4F60\u597D"), 9, 9).numbers())
          .containsExactly(1L);
      assertThat(index.find(connection, ROOM, query("\u597D from:\u5C0F\u660E"), 9, 9).numbers())
          .containsExactly(1L);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void turnsPagesFromTheNewestToTheOldest(Dialect dialect) throws Exception {
    try (Connection connection = SearchDatabase.open(dialect)) {
      var index = new SearchIndex(dialect);
      for (long room = ROOM - 1; room <= ROOM + 1; room++) {
        index.add(
            connection, room, numbers(1, 50).stream().map(it -> post(it, "bob", "bees")).toList());
      }
      List<Long> found = new ArrayList<>();
      SearchIndex.Found page;
      do {
        long before = found.isEmpty() ? Long.MAX_VALUE : found.get(found.size() - 1);
        page = index.find(connection, ROOM, query("bees"), before, 20);
        found.addAll(page.numbers());
      } while (page.more());
      assertThat(found).isEqualTo(LongStream.range(0, 50).map(it -> 50 - it).boxed().toList());
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void takesWhatIsAsLongAsCanBe(Dialect dialect) throws Exception {
    try (Connection connection = SearchDatabase.open(dialect)) {
      var index = new SearchIndex(dialect);
      String longWords =
          Stream.iterate(0, it -> it + 1)
              .limit(5000)
              .map(it -> Character.toString(0x20000 + it) + " " + "\uD801\uDC28".repeat(50) + it)
              .collect(Collectors.joining(" "));
      String longName = "\uD801\uDC28".repeat(1000);
      index.add(connection, ROOM, List.of(post(1, longName, longWords)));
      assertThat(index.find(connection, ROOM, query("from:" + longName), 9, 9).numbers())
          .containsExactly(1L);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void isNotBrokenByWordsThatNoTextHas(Dialect dialect) throws Exception {
    try (Connection connection = SearchDatabase.open(dialect)) {
      var index = new SearchIndex(dialect);
      index.add(connection, ROOM, List.of(post(1, "bob", "bees")));
      for (String bad : List.of("\"", "'", "\\", "a' | 'bees", "a\" OR \"bees", "a\\' | 'bees")) {
        var query = new SearchQuery(List.of(List.of(bad, "x")), Optional.of(bad));
        assertThat(index.find(connection, ROOM, query, 9, 9).numbers()).isEmpty();
      }
    }
  }

  @Test
  void readsOnlyTheRoomFromItsEndInSqlite() throws Exception {
    try (Connection connection = SearchDatabase.open(Dialect.SQLITE);
        Statement statement = connection.createStatement();
        ResultSet plan =
            statement.executeQuery(
                "EXPLAIN QUERY PLAN " + SearchSql.of(Dialect.SQLITE).find().replace("?", "1"))) {
      assertThat(plan.next()).isTrue();
      // FTS5's own words for: a match, from the greatest rowid down, between two.
      assertThat(plan.getString("detail")).contains("VIRTUAL TABLE INDEX 192:M").contains("><");
      assertThat(plan.next()).as("a sort").isFalse();
    }
  }
}
