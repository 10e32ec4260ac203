package chat.parley.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A member as a sender: numbers its messages and sends them. */
final class Sender {
  private static final int MIN_BUFFER = 64 * 1024;

  private final WritableByteChannel channel;
  private final MessageFormat format;
  private final int id;
  private final ByteBuffer out;
  private int sent;

  Sender(WritableByteChannel channel, MessageFormat format, int id) {
    this.channel = channel;
    this.format = format;
    this.id = id;
    this.out = ByteBuffer.allocateDirect(Math.max(MIN_BUFFER, format.sentLength()));
  }

  /**
   * Takes a message to be sent by {@link #flush}.
   *
   * @return false when too many wait already
   */
  boolean offer(long time) {
    if (out.remaining() < format.sentLength()) {
      return false;
    }
    format.write(out, id, sent, time);
    sent++;
    return true;
  }

  /**
   * Writes as much as the socket takes.
   *
   * @return whether that was all
   */
  boolean flush() throws IOException {
    if (out.position() > 0) {
      out.flip();
      channel.write(out);
      out.compact();
    }
    return out.position() == 0;
  }

  /** How many messages have been taken. */
  int sent() {
    return sent;
  }
}
