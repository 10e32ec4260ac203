package chat.parley.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What one attack has shown.
 *
 * @param delivered how many numbered posts were heard by those who count them
 * @param skipped how many messages they were told that they had missed
 * @param seen what else there is to say
 * @param faults what should not have happened; the run fails if there are any
 */
record Row(
    String attack,
    long opened,
    long closed,
    long sent,
    long delivered,
    long lost,
    long skipped,
    Reading before,
    Reading after,
    Duration longestPause,
    String seen,
    List<String> faults) {

  /** The row of an attack of which nothing is known yet. */
  static Row begun(String attack) {
    Reading nothing = new Reading(0, 0, 0);
    return new Row(
        attack, 0, 0, 0, 0, 0, 0, nothing, nothing, Duration.ZERO, "", new ArrayList<>());
  }
}
