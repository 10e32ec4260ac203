package chat.parley.room;

import chat.parley.event.RoomEvent;

/**
 * Comings and goings that were not announced one by one because the room is full of people, counted
 * until one line sums them up. With N members, announcing each would cost N² lines.
 */
final class PresenceSummary {
  private final int limit;
  private int joined;
  private int left;
  private int renamed;

  /**
   * @param limit above how many members presence is only summed up
   */
  PresenceSummary(int limit) {
    this.limit = limit;
  }

  boolean isCrowd(int members) {
    return members > limit;
  }

  /** How many names a list of who is here may hold. */
  int namesListed() {
    return limit;
  }

  void joined() {
    joined++;
  }

  void left() {
    left++;
  }

  void renamed() {
    renamed++;
  }

  /** Whether there is something to sum up. */
  boolean stirred() {
    return joined + left + renamed > 0;
  }

  /** What has happened in {@code room} since the last call. */
  RoomEvent.CrowdChanged sumUp(String room, int present) {
    var summary = new RoomEvent.CrowdChanged(room, joined, left, renamed, present);
    joined = left = renamed = 0;
    return summary;
  }
}
