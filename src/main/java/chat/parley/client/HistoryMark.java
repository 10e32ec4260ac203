package chat.parley.client;

/**
 * A place in the history of a room, up to which the user has heard everything.
 *
 * @param epoch as long as it is the same, numbers mean the same posts; {@code -} when nothing is
 *     kept
 * @param number of the last post; 0 when there was none
 */
record HistoryMark(String room, String epoch, long number) {
  private static final String NOTHING_KEPT = "-";

  /** Whether numbers of the one mean the same posts as numbers of the other. */
  boolean isOfSameHistory(HistoryMark other) {
    return room.equals(other.room) && epoch.equals(other.epoch) && !epoch.equals(NOTHING_KEPT);
  }

  /** The place behind the post of that number. */
  HistoryMark at(long other) {
    return new HistoryMark(room, epoch, other);
  }
}
