package chat.parley.room;

import chat.parley.store.HistorySettings.WhenFailing;
import chat.parley.store.Retention;
import java.time.Duration;

/**
 * How a room deals with its history; {@code parley.history} in {@code reference.conf} explains
 * each.
 *
 * @param retention how much of it is kept
 * @param whenFailing what becomes of posts while they cannot be kept
 * @param deleteWithin for how long authors may delete their own posts; zero for not at all
 * @param resume how many posts whoever comes back is sent of those missed; with more missed, none
 */
public record RoomHistorySettings(
    Retention retention, WhenFailing whenFailing, Duration deleteWithin, int resume) {

  /** What {@code reference.conf} has. */
  public static final RoomHistorySettings DEFAULT =
      new RoomHistorySettings(
          Retention.EVERYTHING, WhenFailing.CONTINUE, Duration.ofMinutes(10), 10_000);
}
