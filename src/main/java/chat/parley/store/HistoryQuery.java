package chat.parley.store;

import java.time.Instant;

/** Which of a room's posts somebody wants to see; they are always shown oldest first. */
public sealed interface HistoryQuery {

  /** How many at most. */
  int count();

  /** The last ones. */
  record Last(int count) implements HistoryQuery {}

  /** The last ones before {@code position}, without the one that is there. */
  record Before(Position position, int count) implements HistoryQuery {}

  /** The first ones from {@code position} on, with the one that is there. */
  record Since(Position position, int count) implements HistoryQuery {}

  /** A place in a room's history. */
  sealed interface Position {}

  /** The place of the post with this number. */
  record AtNumber(long number) implements Position {}

  /** Between what was said before and what was said from then on. */
  record AtTime(Instant time) implements Position {}
}
