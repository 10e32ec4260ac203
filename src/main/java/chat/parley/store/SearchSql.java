package chat.parley.store;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a database is told about its index of words.
 *
 * @param insert of an id and a {@code row}; in place of what there was with this id
 * @param delete of the first and the last id
 * @param find the ids that a {@code query} has between two others (without these), the greatest
 *     first, and at most so many
 * @param row an author's term and the words of a post, as they are inserted
 * @param query as it is looked for
 */
record SearchSql(
    String insert,
    String delete,
    String find,
    Function<List<String>, String> row,
    Function<SearchQuery, String> query) {

  /** In both databases, of a room and a number. */
  static final String SET_PROGRESS =
      "INSERT INTO search_progress (room_id, number) VALUES (?, ?)"
          + " ON CONFLICT (room_id) DO UPDATE SET number = excluded.number";

  static final String PROGRESS = "SELECT number FROM search_progress WHERE room_id = ?";

  private static final SearchSql SQLITE =
      new SearchSql(
          "INSERT OR REPLACE INTO search (rowid, words) VALUES (?, ?)",
          "DELETE FROM search WHERE rowid >= ? AND rowid <= ?",
          "SELECT rowid FROM search WHERE search MATCH ? AND rowid > ? AND rowid < ?"
              + " ORDER BY rowid DESC LIMIT ?",
          words -> String.join(" ", words),
          query -> all(query, SearchSql::fts5Phrase, " AND "));

  private static final SearchSql POSTGRESQL =
      new SearchSql(
          "INSERT INTO search (id, words) VALUES (?, CAST(? AS tsvector))"
              + " ON CONFLICT (id) DO UPDATE SET words = excluded.words",
          "DELETE FROM search WHERE id >= ? AND id <= ?",
          "SELECT id FROM search WHERE words @@ CAST(? AS tsquery) AND id > ? AND id < ?"
              + " ORDER BY id DESC LIMIT ?",
          SearchSql::vector,
          query -> all(query, SearchSql::tsPhrase, " & "));

  static SearchSql of(Dialect dialect) {
    return switch (dialect) {
      case SQLITE -> SQLITE;
      case POSTGRESQL -> POSTGRESQL;
    };
  }

  private static String all(SearchQuery query, Function<List<String>, String> phrase, String and) {
    Stream<List<String>> author = query.authorKey().map(SearchText::author).map(List::of).stream();
    return Stream.concat(query.phrases().stream(), author)
        .map(phrase)
        .collect(Collectors.joining(and));
  }

  private static String fts5Phrase(List<String> words) {
    return "\"" + String.join(" ", words).replace("\"", "\"\"") + "\"";
  }

  private static String tsPhrase(List<String> words) {
    return words.stream().map(SearchSql::lexeme).collect(Collectors.joining(" <-> ", "(", ")"));
  }

  /** Each with its place, from 1; that of the author is before the first word. */
  private static String vector(List<String> words) {
    StringBuilder vector = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      vector.append(lexeme(words.get(i))).append(':').append(i + 1).append(' ');
    }
    return vector.toString();
  }

  private static String lexeme(String word) {
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
