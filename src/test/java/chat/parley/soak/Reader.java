package chat.parley.soak;

import chat.parley.patience.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** Reads many connections with one thread; closes each when the server has ended it. */
final class Reader implements AutoCloseable {

  /** Where what has been read goes. */
  interface Sink {
    /** Takes the first {@code length} of {@code bytes}, which are used again afterwards. */
    void take(byte[] bytes, int length);
  }

  static final Sink NOBODY = (bytes, length) -> {};

  private record Reading(Connection connection, Sink sink) {}

  private final Selector selector;
  private final Thread thread;
  private final ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
  private volatile boolean stopping;

  Reader(String name) throws IOException {
    selector = Selector.open();
    thread = new Thread(this::run, "soak-reader-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  void read(Connection connection, Sink sink) {
    try {
      connection.onClose(selector::wakeup);
      connection.channel().register(selector, SelectionKey.OP_READ, new Reading(connection, sink));
      selector.wakeup();
    } catch (ClosedChannelException e) {
      // It has gone already.
    }
  }

  private void run() {
    try {
      while (!stopping) {
        selector.select(this::onReady);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void onReady(SelectionKey key) {
    Reading reading = (Reading) key.attachment();
    try {
      buffer.clear();
      int length = reading.connection().read(buffer);
      if (length < 0) {
        reading.connection().endedByServer();
      } else {
        reading.sink().take(buffer.array(), length);
      }
    } catch (IOException e) {
      reading.connection().endedByServer();
    } catch (CancelledKeyException e) {
      // Closed by this side meanwhile.
    }
  }

  @Override
  public void close() {
    stopping = true;
    selector.wakeup();
    try {
      Wait.forEnd("the end of who reads", Wait.PATIENCE, thread);
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
