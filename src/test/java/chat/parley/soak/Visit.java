package chat.parley.soak;

import chat.parley.patience.Wait;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A short connection of somebody who waits for each answer. */
final class Visit implements AutoCloseable {
  private static final int PATIENCE_MS = 30_000;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final Counts counts;

  /**
   * @param source which address of the loopback it comes from, from 0 to 200; the ports of one
   *     would run out
   */
  Visit(InetSocketAddress server, int source, Counts counts) throws IOException {
    this.counts = counts;
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MS);
      byte[] address = {127, 0, 1, (byte) (1 + source)};
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(address), 0));
      socket.connect(server, PATIENCE_MS);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    counts.opened.increment();
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] bytes) throws IOException {
    Wait.toWrite(socket, bytes);
  }

  /** Reads until a line begins with {@code start}. */
  void hears(String start) throws IOException {
    byte[] wanted = start.getBytes(StandardCharsets.UTF_8);
    int matched = 0;
    boolean possible = true;
    while (matched < wanted.length) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("the server closed the connection before it said " + start);
      }
      if (b == '\n') {
        matched = 0;
        possible = true;
      } else if (possible && b == wanted[matched]) {
        matched++;
      } else {
        possible = false;
      }
    }
  }

  void endOwnSide() throws IOException {
    socket.shutdownOutput();
  }

  /**
   * Reads until the server ends the connection, one way or another.
   *
   * @return whether it did
   */
  boolean hearsTheEnd() {
    try {
      in.transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Vanishes without a word: the connection is reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
  }

  @Override
  public void close() throws IOException {
    counts.closed.increment();
    socket.close();
  }
}
