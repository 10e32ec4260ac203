package chat.parley.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A client's connection, which nobody reads unless a {@link Reader} does. Each comes from another
 * address of this machine's loopback than the one before, or the ports of one would run out.
 */
final class Connection implements AutoCloseable {
  private static final int CONNECT_MS = 30_000;
  private static final long SEND_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long BETWEEN_TRIES_NANOS = 200_000;
  private static final int SOURCES = 32;
  private static final AtomicInteger next = new AtomicInteger();

  private final SocketChannel channel;
  private final Counts counts;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Runnable onClose = () -> {};
  private volatile boolean endedByServer;

  private Connection(SocketChannel channel, Counts counts) {
    this.channel = channel;
    this.counts = counts;
  }

  static Connection open(InetSocketAddress server, Counts counts) throws IOException {
    return open(server, counts, 0);
  }

  /**
   * @param receiveBuffer how many bytes the system may keep for it until it reads; 0 for the usual
   */
  static Connection open(InetSocketAddress server, Counts counts, int receiveBuffer)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      if (receiveBuffer > 0) {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
      }
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      int source = 2 + Math.floorMod(next.getAndIncrement(), SOURCES);
      channel.bind(new InetSocketAddress("127.0.0." + source, 0));
      channel.socket().connect(server, CONNECT_MS);
      channel.configureBlocking(false);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    counts.opened.increment();
    return new Connection(channel, counts);
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends all of it, and waits while the other side does not take it. */
  void send(byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    long start = System.nanoTime();
    channel.write(rest);
    while (rest.hasRemaining()) {
      if (System.nanoTime() - start > SEND_NANOS) {
        throw new IOException("the server has taken nothing for a minute");
      }
      LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
      if (channel.write(rest) > 0) {
        start = System.nanoTime();
      }
    }
  }

  /** Sends as much as is taken at once. */
  int trySend(byte[] bytes) throws IOException {
    return channel.write(ByteBuffer.wrap(bytes));
  }

  void endOwnSide() throws IOException {
    channel.shutdownOutput();
  }

  /** Vanishes without a word, as a killed client does: the connection is reset. */
  void reset() {
    try {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException e) {
      // The server was faster.
    }
    close();
  }

  boolean isEndedByServer() {
    return endedByServer;
  }

  void endedByServer() {
    endedByServer = true;
    close();
  }

  SelectableChannel channel() {
    return channel;
  }

  int read(ByteBuffer into) throws IOException {
    return channel.read(into);
  }

  /** What is to be done when it has been closed from this side. */
  void onClose(Runnable action) {
    onClose = action;
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    counts.closed.increment();
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    onClose.run();
  }
}
