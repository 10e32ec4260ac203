package chat.parley.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The meaning of a line that a server says only to clients that have sent {@code /sync}. */
sealed interface SyncLine {

  /**
   * Somebody says something now.
   *
   * @param said as others get it: {@code [name] text}
   */
  record Post(long number, String said) implements SyncLine {}

  /** Somebody said something at {@code time}. */
  record Past(long number, Instant time, String said) implements SyncLine {}

  /** The history of the room that the user is in ends at {@code mark}. */
  record At(HistoryMark mark, Relation relation) implements SyncLine {}

  /** The post of that number is to be seen no more. */
  record Deleted(long number, String room, String by) implements SyncLine {}

  /** What the history of a room is to what the user knows of it. */
  enum Relation {
    /** What follows is all that has been said since the client was there last. */
    RESUMED,
    /** What follows is just the last of what has been said. */
    ANEW,
    /** Some is lost; numbers mean other posts from now on. */
    CHANGED
  }

  /** What {@code line}, without line ends in it, means; empty if any client may get it. */
  static Optional<SyncLine> read(String line) {
    return line.startsWith("#") || line.startsWith("* ")
        ? Wording.ALL.stream().flatMap(each -> each.read(line).stream()).findFirst()
        : Optional.empty();
  }

  /** A way to say one of them, in which nothing can be that people write. */
  record Wording(Pattern pattern, Function<Matcher, SyncLine> meaning) {
    private static final String NUMBER = "(\\d{1,18})";
    private static final String SAID = "(\\[[^]\\s]+] ?.*)";

    private static final List<Wording> ALL =
        List.of(
            means("#" + NUMBER + " " + SAID, m -> new Post(number(m, 1), m.group(2))),
            means(
                "\\* #" + NUMBER + " (\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z) " + SAID,
                m -> new Past(number(m, 1), Instant.parse(m.group(2)), m.group(3))),
            means(
                "\\* sync (\\S+) ([^\\s:]+) " + NUMBER + " (resumed|anew|changed)",
                m ->
                    new At(
                        new HistoryMark(m.group(1), m.group(2), number(m, 3)),
                        Relation.valueOf(m.group(4).toUpperCase(Locale.ROOT)))),
            means(
                "\\* deleted #" + NUMBER + " (\\S+) by (\\S+)",
                m -> new Deleted(number(m, 1), m.group(2), m.group(3))));

    private static Wording means(String regex, Function<Matcher, SyncLine> meaning) {
      return new Wording(Pattern.compile(regex), meaning);
    }

    private static long number(Matcher matcher, int group) {
      return Long.parseLong(matcher.group(group));
    }

    private Optional<SyncLine> read(String line) {
      Matcher matcher = pattern.matcher(line);
      try {
        return matcher.matches() ? Optional.of(meaning.apply(matcher)) : Optional.empty();
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }
}
