package chat.parley.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A member as a receiver: finds the messages among the bytes of its connection and has them
 * checked. Everything else is the server talking, which matters only until it has let the member
 * in.
 */
final class Member {
  private static final byte[] NOTHING = {};

  private final MessageFormat format;
  private final RoomLoad room;
  private final Deliveries deliveries;
  private final String admission;

  /** The beginning of a line whose end has not come yet: the first {@code kept} bytes. */
  private byte[] beginning = NOTHING;

  private int kept;
  private boolean admitted;
  private String lastWords = "";

  /**
   * @param admission how the line begins with which the server lets the member in
   */
  Member(MessageFormat format, RoomLoad room, Deliveries deliveries, String admission) {
    this.format = format;
    this.room = room;
    this.deliveries = deliveries;
    this.admission = admission;
  }

  /**
   * Reads what there is.
   *
   * @param in where to, cleared before use, larger than any line
   * @return false when the server has closed the connection
   */
  boolean read(ReadableByteChannel channel, ByteBuffer in, LatencyStats stats) throws IOException {
    boolean full;
    do {
      in.clear().put(beginning, 0, kept);
      if (!in.hasRemaining()) {
        throw new BenchFailed("the server sent a line of over " + in.capacity() + " bytes");
      }
      int read = channel.read(in);
      if (read <= 0) {
        return read == 0;
      }
      full = !in.hasRemaining();
      takeLines(in.flip(), System.nanoTime(), stats);
    } while (full);
    return true;
  }

  private void takeLines(ByteBuffer in, long now, LatencyStats stats) {
    long settledBefore = deliveries.settled();
    int end = in.limit();
    int start = 0;
    while (start < end) {
      if (format.isAt(in, start, end)) {
        if (deliveries.take(format.sender(in, start), format.number(in, start))) {
          stats.delivered(format.time(in, start), now);
        }
        start += format.deliveredLength();
      } else {
        int next = afterLine(in, start, end);
        if (next < 0) {
          break;
        }
        takeOther(in, start, next);
        start = next;
      }
    }
    keep(in, start, end);
    room.settle(deliveries.settled() - settledBefore);
  }

  private static int afterLine(ByteBuffer in, int start, int end) {
    for (int i = start; i < end; i++) {
      if (in.get(i) == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private void takeOther(ByteBuffer in, int start, int end) {
    if (!admitted) {
      byte[] line = new byte[end - start];
      in.get(start, line);
      lastWords = new String(line, StandardCharsets.UTF_8).strip();
      admitted = lastWords.startsWith(admission);
    }
  }

  private void keep(ByteBuffer in, int start, int end) {
    kept = end - start;
    if (kept > beginning.length) {
      beginning = Arrays.copyOf(beginning, Math.max(kept, format.deliveredLength()));
    }
    in.get(start, beginning, 0, kept);
  }

  boolean isAdmitted() {
    return admitted;
  }

  /** What the server last said before it let the member in. */
  String lastWords() {
    return lastWords;
  }

  Deliveries deliveries() {
    return deliveries;
  }

  RoomLoad room() {
    return room;
  }
}
