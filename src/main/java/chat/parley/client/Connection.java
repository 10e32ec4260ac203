package chat.parley.client;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The connection to the server, and the next one when it is lost.
 *
 * <p>It has two threads: one dials, reads and tells the {@link ConnectionListener} what happens, in
 * order; the other writes what is in the {@link Outbox} while that is open.
 */
final class Connection implements ServerHandle {

  private final Dialer dialer;
  private final Backoff backoff;
  private final Outbox outbox;
  private final LineWriter writer;
  private final Duration greetingTimeout;
  private final CountDownLatch finishing = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Socket socket;
  private volatile boolean atOnce;

  /** How long until the next try; used by the thread that dials. */
  private Duration wait;

  /**
   * @param greetingTimeout how long the server may take to say its first line
   */
  Connection(Dialer dialer, Backoff backoff, Outbox outbox, Duration greetingTimeout) {
    this.dialer = dialer;
    this.backoff = backoff;
    this.outbox = outbox;
    this.writer = new LineWriter(outbox, () -> socket);
    this.greetingTimeout = greetingTimeout;
  }

  /** Connects, and stays connected as long as {@code listener} wants it. */
  void open(ConnectionListener listener) throws CannotConnect {
    socket = dialer.dial();
    start("connection", () -> keepUp(listener));
    start("outbox", writer::writeOutbox);
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void send(String line) {
    writer.writeNow(line);
  }

  @Override
  public void admitted() {
    backoff.reset();
    outbox.open();
  }

  @Override
  public void hangUp() {
    LineWriter.close(socket);
  }

  @Override
  public void startOver() {
    atOnce = true;
    hangUp();
  }

  /**
   * Ends the connection for good: tells the server that nothing more will come, and waits until the
   * server, having taken everything, closes too.
   *
   * @param timeout how long that may take; then the connection is cut
   */
  void finish(Duration timeout) {
    finishing.countDown();
    try {
      outbox.awaitEmpty(timeout.toMillis());
      outbox.close();
      socket.shutdownOutput();
      if (!ended.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        LineWriter.close(socket);
      }
    } catch (IOException e) {
      LineWriter.close(socket);
    } catch (InterruptedException e) {
      LineWriter.close(socket);
      Thread.currentThread().interrupt();
    }
  }

  private void keepUp(ConnectionListener listener) {
    try {
      while (read(listener) && dialAgain(listener)) {
        // Connected again.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      outbox.close();
      ended.countDown();
    }
  }

  /** Passes on what comes until nothing more comes; answers whether to try again. */
  private boolean read(ConnectionListener listener) {
    Socket current = socket;
    listener.connected();
    String why = "the server closed it";
    boolean broken = false;
    try {
      current.setSoTimeout((int) greetingTimeout.toMillis());
      LineInput input = new LineInput(current.getInputStream());
      for (List<String> lines = input.read(); !lines.isEmpty(); lines = input.read()) {
        current.setSoTimeout(0);
        listener.received(lines);
      }
      input.unfinished().ifPresent(listener::brokenOff);
    } catch (SocketTimeoutException e) {
      why =
          "the server has said nothing for "
              + greetingTimeout.toSeconds()
              + " s; is it a listener for lines? (a tls listener needs --tls)";
    } catch (IOException e) {
      why = String.valueOf(e.getMessage());
      broken = true;
    }
    LineWriter.close(current);
    writer.shutOutbox();
    wait = atOnce ? Duration.ZERO : backoff.next();
    atOnce = false;
    return listener.lost(why, broken, wait);
  }

  /** Tries until there is a connection; false when none is wanted any more. */
  private boolean dialAgain(ConnectionListener listener) throws InterruptedException {
    while (!finishing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
      try {
        socket = dialer.dial();
        return finishing.getCount() > 0;
      } catch (CannotConnect e) {
        wait = backoff.next();
        listener.unreachable(e.getMessage(), wait);
      }
    }
    return false;
  }
}
