package chat.parley.soak;

import chat.parley.patience.Dial;
import chat.parley.patience.LineSocket;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A short connection of somebody who waits for each answer. */
final class Visit implements AutoCloseable {
  private final LineSocket socket;
  private final Counts counts;

  /**
   * @param source which address of the loopback it comes from, from 0 to 200; the ports of one
   *     would run out
   */
  Visit(InetSocketAddress server, int source, Counts counts) throws IOException {
    this.counts = counts;
    this.socket = Dial.USUAL.from("127.0.1." + (1 + source)).to(server);
    counts.opened.increment();
  }

  void send(String text) throws IOException {
    socket.send(text);
  }

  void send(byte[] bytes) throws IOException {
    socket.send(bytes);
  }

  /** Reads until a line begins with {@code start}. */
  void hears(String start) throws IOException {
    byte[] wanted = start.getBytes(StandardCharsets.UTF_8);
    int matched = 0;
    boolean possible = true;
    while (matched < wanted.length) {
      int b = socket.input().read();
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
    socket.endOutput();
  }

  /**
   * Reads until the server ends the connection, one way or another.
   *
   * @return whether it did
   */
  boolean hearsTheEnd() {
    try {
      socket.input().transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Vanishes without a word: the connection is reset. */
  void reset() throws IOException {
    socket.reset();
  }

  @Override
  public void close() throws IOException {
    counts.closed.increment();
    socket.close();
  }
}
