package chat.parley.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A closed loop, which sends as fast as the server delivers: in every room as many messages are on
 * their way as the window lets, and each that is delivered makes room for another.
 */
final class ClosedLoop implements SendLoop {
  private final List<RoomLoad> rooms;
  private final int window;
  private final long end;

  /** In each room, whose turn it is to send. */
  private final int[] turns;

  private long left;

  /**
   * @param maxMessages how many to send at most, in all rooms together
   */
  ClosedLoop(List<RoomLoad> rooms, int window, Duration duration, long maxMessages) {
    this.rooms = rooms;
    this.window = window;
    this.end = System.nanoTime() + duration.toNanos();
    this.turns = new int[rooms.size()];
    this.left = maxMessages;
  }

  @Override
  public boolean turn() throws IOException {
    long now = System.nanoTime();
    if (now - end >= 0) {
      left = 0;
    }
    boolean allWritten = true;
    for (int i = 0; i < turns.length; i++) {
      RoomLoad room = rooms.get(i);
      if (left > 0) {
        fill(i, room, now);
      }
      // A socket that takes no more is tried again in the next turn, so nothing waits for it.
      for (Sender sender : room.senders()) {
        allWritten &= sender.flush();
      }
    }
    return left > 0 || !allWritten;
  }

  private void fill(int number, RoomLoad room, long now) throws IOException {
    List<Sender> senders = room.senders();
    for (long n = Math.min(left, room.vacancies(window)); n > 0; n--) {
      Sender sender = senders.get(turns[number]);
      if (!sender.offer(now) && !(sender.flush() && sender.offer(now))) {
        return;
      }
      turns[number] = (turns[number] + 1) % senders.size();
      left--;
    }
  }

  @Override
  public void close() {
    // It has nothing of its own.
  }
}
