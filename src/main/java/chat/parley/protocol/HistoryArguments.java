package chat.parley.protocol;

import chat.parley.command.Command;
import chat.parley.notation.NotationException;
import chat.parley.notation.NumberText;
import chat.parley.notation.PastTime;
import chat.parley.store.HistoryQuery;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reader of what follows {@code /history}: a room, a place in its history, and how many posts,
 * each of which may be missing. What begins with a digit is never a room's name, nor is {@code
 * before} or {@code since}; such a room stands in quotes.
 */
final class HistoryArguments {
  /** How many posts are shown to who does not say. */
  static final int DEFAULT_COUNT = 20;

  /** How many are shown at once, however many somebody wants. */
  static final int MOST_AT_ONCE = 1_000;

  private static final int MAX_COUNT = 999_999_999;
  private static final Pattern NUMBER = Pattern.compile("#?[0-9]{1,15}");

  private final ArrayDeque<String> words;
  private final Clock clock;

  private HistoryArguments(String rest, Clock clock) {
    this.words = new ArrayDeque<>(List.of(rest.strip().split("\\s+", -1)));
    words.removeIf(String::isEmpty);
    this.clock = clock;
  }

  /**
   * Reads them.
   *
   * @param clock says what time it is now, in the zone that is meant
   * @throws NotationException when something is written as it cannot be
   */
  static Request parse(String rest, Clock clock) {
    return new HistoryArguments(rest, clock).request();
  }

  /**
   * Reads the number of a post, behind {@code #} or not.
   *
   * @throws NotationException when it is none
   */
  static long number(String text) {
    if (NUMBER.matcher(text).matches()) {
      long number = Long.parseLong(text.replace("#", ""));
      if (number > 0) {
        return number;
      }
    }
    throw NotationException.not("the number of a post, such as #12; /numbers on shows them", text);
  }

  private Request request() {
    Optional<String> room = room();
    if (words.size() == 1 && isKeyword(words.peek())) {
      return new Request.Answer(new Notice.Usage(Command.HISTORY_FROM.usage()));
    }
    HistoryQuery query = query();
    if (!words.isEmpty()) {
      throw NotationException.not(
          "what belongs there; it is written " + Command.HISTORY_FROM.usage(), words.peek());
    }
    return room.isPresent() ? new Request.HistoryOf(room.get(), query) : new Request.History(query);
  }

  private Optional<String> room() {
    String word = words.peek();
    if (word == null || isKeyword(word) || isNumber(word)) {
      return Optional.empty();
    }
    words.remove();
    if (!word.startsWith("\"")) {
      return Optional.of(word.startsWith("#") ? word.substring(1) : word);
    }
    if (word.length() < 3 || !word.endsWith("\"")) {
      throw NotationException.not("a room's name in quotes, such as \"12\"", word);
    }
    return Optional.of(word.substring(1, word.length() - 1));
  }

  private static boolean isKeyword(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.equals("before") || lower.equals("since");
  }

  /** Whether it is meant as a number: a count, or with {@code #} that of a post. */
  private static boolean isNumber(String word) {
    return Character.isDigit(word.charAt(0)) || word.startsWith("-") || word.matches("#[0-9]+");
  }

  private HistoryQuery query() {
    String word = words.peek();
    if (word != null && word.startsWith("#")) {
      return new HistoryQuery.Since(position(), count());
    }
    if (word == null || !isKeyword(word)) {
      return new HistoryQuery.Last(count());
    }
    boolean before = words.remove().equalsIgnoreCase("before");
    HistoryQuery.Position position = position();
    return before
        ? new HistoryQuery.Before(position, count())
        : new HistoryQuery.Since(position, count());
  }

  private HistoryQuery.Position position() {
    String word = words.remove();
    if (word.startsWith("#")) {
      return new HistoryQuery.AtNumber(number(word));
    }
    String next = words.peek();
    boolean timeFollows = next != null && PastTime.isDay(word) && PastTime.isClockTime(next);
    String time = timeFollows ? word + " " + words.remove() : word;
    try {
      return new HistoryQuery.AtTime(PastTime.parse(time, ZonedDateTime.now(clock)));
    } catch (NotationException e) {
      throw e.and("the number of a post is written #12");
    }
  }

  private int count() {
    String word = words.poll();
    if (word == null) {
      return DEFAULT_COUNT;
    }
    try {
      return Math.min(MOST_AT_ONCE, NumberText.whole(word, 1, MAX_COUNT));
    } catch (NotationException e) {
      throw e.and("a room's name that begins with a digit is written in quotes");
    }
  }
}
