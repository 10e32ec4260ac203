package chat.parley.config;

import chat.parley.room.RoomHistorySettings;
import chat.parley.store.HistorySettings;
import chat.parley.store.HistorySettings.Durability;
import chat.parley.store.HistorySettings.WhenFailing;
import chat.parley.store.Retention;
import com.typesafe.config.ConfigObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A reader of {@code parley.history}: how what is said is kept, and how much of it. */
final class HistoryReader {
  private static final String KEEP = "keep";
  private static final String MAX_POSTS = "max-posts";
  private static final String FOREVER = "forever";
  private static final String UNLIMITED = "unlimited";

  private static final int MOST_POSTS = 1_000_000_000;
  private static final Duration LONGEST_KEEP = Duration.ofDays(36_500);
  private static final Duration MAX_DELETE_WITHIN = Duration.ofDays(365);
  private static final long MIN_UNSAVED = 64 << 10;

  private final CheckedConfig history;

  HistoryReader(CheckedConfig root) {
    this.history = root.inner("history");
  }

  /** What counts for the whole server. */
  HistorySettings server() {
    return new HistorySettings(
        history.oneOf("durability", Durability.class),
        history.bytes("max-unsaved", MIN_UNSAVED),
        whenFailing());
  }

  private WhenFailing whenFailing() {
    return history.oneOf("when-failing", WhenFailing.class);
  }

  /** What counts for a room of whose history is kept what {@code retention} says. */
  RoomHistorySettings room(Retention retention) {
    return new RoomHistorySettings(
        retention,
        whenFailing(),
        history.duration("delete-within", MAX_DELETE_WITHIN),
        history.integer("resume", 0, 1_000_000));
  }

  /** How many posts one answer to a search has. */
  int perSearch() {
    return history.integer("per-search", 1, 1000);
  }

  /** How much of a room's history is kept where nothing else is said. */
  Retention retention() {
    return retention(history);
  }

  /**
   * How much is kept where {@code own} says something else.
   *
   * @param path of {@code own}
   */
  Retention retention(ConfigObject own, String path) {
    return retention(history.overriddenBy(own, path, Set.of(KEEP, MAX_POSTS)));
  }

  private static Retention retention(CheckedConfig config) {
    return new Retention(keep(config), maxPosts(config));
  }

  private static Optional<Duration> keep(CheckedConfig config) {
    return switch (config.text(KEEP)) {
      case FOREVER -> Optional.empty();
      case "0" -> Optional.of(Duration.ZERO);
      default ->
          Optional.of(
              config.duration(
                  KEEP,
                  LONGEST_KEEP,
                  FOREVER
                      + ", 0 for not at all, or a time of at most "
                      + LONGEST_KEEP.toDays()
                      + " d, such as 30 d"));
    };
  }

  private static long maxPosts(CheckedConfig config) {
    return config.text(MAX_POSTS).equals(UNLIMITED)
        ? Long.MAX_VALUE
        : config.integer(
            MAX_POSTS, 0, MOST_POSTS, UNLIMITED + ", or a whole number from 0 to " + MOST_POSTS);
  }
}
