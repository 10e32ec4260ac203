package chat.parley.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The time that the user is away from a server, and the room that there is to go back to. */
final class AwayTracker {
  /**
   * How often a name that was the user's is asked for: the server may take a while to find out that
   * the lost connection is lost.
   */
  private static final int SAME_NAME_TRIES = 6;

  /** Null when the user is not away. */
  private Instant since;

  private Optional<String> room = Optional.empty();
  private int sameNameTries;

  /**
   * The user, who was in, is away from now on.
   *
   * @param lastRoom where they were, if known
   */
  void begin(Instant now, Optional<String> lastRoom) {
    since = now;
    room = lastRoom;
    sameNameTries = 0;
  }

  boolean isOn() {
    return since != null;
  }

  /** The room that the user was in, if known. */
  Optional<String> room() {
    return room;
  }

  /** Whether to ask again for the name that was just refused. */
  boolean isSameNameWorthATry() {
    return isOn() && ++sameNameTries < SAME_NAME_TRIES;
  }

  /** The room to go back to for somebody who has come back to {@code entered}. */
  Optional<String> roomFrom(Optional<String> entered) {
    return isOn() && entered.isPresent() && !entered.equals(room) ? room : Optional.empty();
  }

  /** The user is back; answers how long they were away, as people say it. */
  String end(Instant now) {
    long seconds = Math.max(1, Duration.between(since, now).toSeconds());
    since = null;
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
  }
}
