package chat.parley.client;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * The writer of lines to the server: those of the {@link Outbox} while that is open, and others at
 * once. Each goes out in one piece, whichever thread writes it. A socket that takes none is closed,
 * which the thread that reads from it notices.
 */
final class LineWriter {
  private final Outbox outbox;
  private final Supplier<Socket> socket;

  /**
   * @param socket the present connection
   */
  LineWriter(Outbox outbox, Supplier<Socket> socket) {
    this.outbox = outbox;
    this.socket = socket;
  }

  /** Writes {@code line} before all that waits. */
  void writeNow(String line) {
    Socket current = socket.get();
    try {
      write(current, line);
    } catch (IOException e) {
      close(current);
    }
  }

  /** Writes what is in the outbox, until that is closed. */
  void writeOutbox() {
    try {
      for (String line = outbox.next(); line != null; line = outbox.next()) {
        Socket current = socket.get();
        try {
          writeFirst(current, line);
        } catch (IOException e) {
          // The line stays in the outbox. The reading thread, woken by this, shuts it.
          close(current);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void writeFirst(Socket to, String line) throws IOException {
    if (outbox.isOpen()) {
      // The answer may be there before this thread goes on.
      outbox.unanswered().add(line);
      try {
        write(to, line);
      } catch (IOException e) {
        outbox.unanswered().notWritten(line);
        throw e;
      }
      outbox.sent();
    }
  }

  /** When this returns, no line is half on its way: each has been written, or is kept. */
  synchronized void shutOutbox() {
    outbox.shut();
  }

  private synchronized void write(Socket to, String line) throws IOException {
    to.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more in either case.
    }
  }
}
