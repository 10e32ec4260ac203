package chat.parley.bench;

import java.util.ArrayList;
import java.util.List;

/** One room of a run: who sends there, and how much of what was sent has arrived. */
final class RoomLoad {
  private final int receivers;
  private final List<Sender> senders = new ArrayList<>();
  private long settled;

  /**
   * @param members how many are in the room; all but the author receive a message
   */
  RoomLoad(int members) {
    this.receivers = members - 1;
  }

  void add(Sender sender) {
    senders.add(sender);
  }

  List<Sender> senders() {
    return senders;
  }

  /** Counts deliveries that have been made, or will never be. */
  void settle(long deliveries) {
    settled += deliveries;
  }

  /** How many messages may be sent until {@code window} are on their way to the average member. */
  long vacancies(int window) {
    return window - sent() + settled / receivers;
  }

  boolean isSettled() {
    return settled >= sent() * receivers;
  }

  long sent() {
    long sum = 0;
    for (Sender sender : senders) {
      sum += sender.sent();
    }
    return sum;
  }

  int[] sentByEach() {
    return senders.stream().mapToInt(Sender::sent).toArray();
  }
}
