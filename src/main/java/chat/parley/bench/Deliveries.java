package chat.parley.bench;

/**
 * The messages that one member has been delivered. The numbers of each sender of its room must rise
 * by one, from 0, and nothing else may come: no message of its own, none of another room.
 */
final class Deliveries {
  private static final int NOBODY = -1;

  private final int firstSender;
  private final int self;
  private final int[] next;
  private long settled;
  private long missing;
  private long misordered;
  private long stray;

  /**
   * @param firstSender the first of the room's senders
   * @param senders how many follow each other
   * @param self the member's own number as a sender, from 0 within the room, or not one of them
   */
  Deliveries(int firstSender, int senders, int self) {
    this.firstSender = firstSender;
    this.self = self < senders ? self : NOBODY;
    this.next = new int[senders];
  }

  /**
   * Takes a message.
   *
   * @return whether it is one for this member that had not come yet, as far as can be told
   */
  boolean take(int sender, int number) {
    int of = sender - firstSender;
    if (of < 0 || of >= next.length || of == self) {
      stray++;
      return false;
    }
    int ahead = number - next[of];
    if (ahead < 0) {
      return takeLate();
    }
    missing += ahead;
    settled += ahead + 1L;
    next[of] = number + 1;
    return true;
  }

  private boolean takeLate() {
    misordered++;
    if (missing == 0) {
      return false; // it has come before
    }
    missing--;
    return true;
  }

  /** How many messages have come, or will not come in their place any more. */
  long settled() {
    return settled;
  }

  /** How many have come out of order or twice. */
  long misordered() {
    return misordered;
  }

  /** How many have come that were not for this member. */
  long stray() {
    return stray;
  }

  /**
   * How many have not come.
   *
   * @param sent how many each of the room's senders has sent
   */
  long lost(int[] sent) {
    long lost = missing;
    for (int i = 0; i < next.length; i++) {
      if (i != self) {
        lost += Math.max(0, sent[i] - next[i]);
      }
    }
    return lost;
  }
}
