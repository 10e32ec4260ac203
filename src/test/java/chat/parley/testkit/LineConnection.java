package chat.parley.testkit;

import chat.parley.patience.Dial;
import chat.parley.patience.LineSocket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection over which lines come and go, read by a thread of its own. */
final class LineConnection implements AutoCloseable {
  /** Small, so that the server soon notices somebody who does not read. */
  private static final int RECEIVE_BUFFER = 8 * 1024;

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /** Nobody need say anything as long as a scenario lasts. */
  private static final Duration LONGEST_SILENCE = Duration.ofDays(1);

  /** Who hears what comes; called by the connection's thread. */
  interface Listener {
    void line(String line);

    /** Nothing comes any more. */
    void ended();
  }

  private final LineSocket socket;
  private final Listener listener;
  private boolean reading = true;

  /** Connects, and begins to read. */
  LineConnection(String name, InetSocketAddress server, Listener listener) {
    this.listener = listener;
    try {
      socket = Dial.USUAL.receiveBuffer(RECEIVE_BUFFER).patience(LONGEST_SILENCE).to(server);
    } catch (IOException e) {
      throw new StageFailure("cannot connect to " + server + ": " + e.getMessage());
    }
    Thread thread = new Thread(this::readAll, "scenario-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll() {
    try (var in =
        new BufferedReader(new InputStreamReader(socket.input(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        awaitReading();
        listener.line(line);
      }
    } catch (IOException e) {
      // Reset, or closed by this side: the end in any case.
    } finally {
      listener.ended();
    }
  }

  private synchronized void awaitReading() throws IOException {
    if (!Patience.await(this, LONGEST_PAUSE, () -> reading)) {
      throw new IOException("it has not been read on");
    }
  }

  /** Stops reading from the socket, or reads on. */
  synchronized void read(boolean on) {
    reading = on;
    notifyAll();
  }

  void send(String line) {
    try {
      socket.send(line + "\n");
    } catch (IOException e) {
      throw new StageFailure("the connection is gone: " + e.getMessage());
    }
  }

  /** Ends this side, and still reads. */
  void endOutput() {
    try {
      socket.endOutput();
    } catch (IOException e) {
      throw new StageFailure("the connection is gone: " + e.getMessage());
    }
  }

  /** Resets the connection, as the system does for a program that is killed. */
  void reset() {
    try {
      socket.reset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    read(true);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
