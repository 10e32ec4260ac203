package chat.parley.client;

import java.util.Optional;

/** The posts of before that a server sends to whoever comes into a room, oldest first. */
final class Replay {
  private final HistoryMark end;
  private final Optional<HistoryMark> known;
  private final boolean resumed;
  private long last;

  /**
   * @param end where the history ends
   * @param known up to where the user had heard everything; empty if they were not there before
   * @param resumed whether all that came after that is in it
   */
  Replay(HistoryMark end, Optional<HistoryMark> known, boolean resumed) {
    this.end = end;
    this.known = known;
    this.resumed = resumed;
    this.last = isOfKnownHistory() ? Math.min(heard(), end.number()) : 0;
  }

  /** Where the user is when all of it has come. */
  HistoryMark end() {
    return end;
  }

  /** Whether its numbers mean the same posts as those that the user has heard. */
  boolean isOfKnownHistory() {
    return known.filter(end::isOfSameHistory).isPresent();
  }

  /** Where the user is before it. */
  HistoryMark start() {
    return end.at(resumed ? heard() : end.number());
  }

  private long heard() {
    return known.map(HistoryMark::number).orElse(0L);
  }

  /** Whether the user was there before, and something has been said since that is not in it. */
  boolean leavesGap() {
    return !resumed
        && known.filter(it -> it.room().equals(end.room())).isPresent()
        && !(known.get().epoch().equals(end.epoch()) && heard() == end.number());
  }

  /** Takes the next post, unless a post of that number cannot be of it. */
  boolean takes(long number) {
    if (number > end.number() || (number < last && !isKnown(number))) {
      return false;
    }
    last = Math.max(last, number);
    return true;
  }

  /** Whether the user has heard the post of that number. */
  boolean isKnown(long number) {
    return isOfKnownHistory() && number <= heard();
  }

  /** Whether its last post has come. */
  boolean isComplete() {
    return last >= end.number();
  }
}
