package chat.parley.client;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The connection to the server, and the next one when it is lost.
 *
 * <p>Two threads of its own: one dials, reads and tells the {@link Listener} what happens, in
 * order; the other writes what is in the {@link Outbox} while that is open.
 */
final class Connection implements ServerHandle {

  /** Who is told what happens; called by one thread. */
  interface Listener {

    /** There is a connection. */
    void connected();

    /** The server has said {@code lines}. */
    void received(List<String> lines);

    /**
     * The connection is gone.
     *
     * @param why one line
     * @param broken whether it broke, so that what was sent last may not have arrived
     * @param wait how long until the next try, if there is one
     * @return whether to try again
     */
    boolean lost(String why, boolean broken, Duration wait);

    /**
     * A try has failed.
     *
     * @param why one line
     * @param wait how long until the next one
     */
    void unreachable(String why, Duration wait);
  }

  private final Dialer dialer;
  private final Backoff backoff;
  private final Outbox outbox;
  private final Duration greeting;
  private final CountDownLatch finishing = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Socket socket;

  /** How long until the next try; used by the thread that dials. */
  private Duration wait;

  /**
   * @param greeting how long the server may take to say its first line
   */
  Connection(Dialer dialer, Backoff backoff, Outbox outbox, Duration greeting) {
    this.dialer = dialer;
    this.backoff = backoff;
    this.outbox = outbox;
    this.greeting = greeting;
  }

  /** Connects, and stays connected as long as {@code listener} wants it. */
  void open(Listener listener) throws CannotConnect {
    socket = dialer.dial();
    start("connection", () -> keepUp(listener));
    start("outbox", this::write);
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void send(String line) {
    try {
      write(socket, line);
    } catch (IOException e) {
      hangUp();
    }
  }

  @Override
  public void admitted() {
    backoff.reset();
    outbox.open();
  }

  @Override
  public void hangUp() {
    close(socket);
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
        close(socket);
      }
    } catch (IOException e) {
      close(socket);
    } catch (InterruptedException e) {
      close(socket);
      Thread.currentThread().interrupt();
    }
  }

  private void keepUp(Listener listener) {
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
  private boolean read(Listener listener) {
    Socket current = socket;
    listener.connected();
    String why = "the server closed it";
    boolean broken = false;
    try {
      current.setSoTimeout((int) greeting.toMillis());
      LineInput input = new LineInput(current.getInputStream());
      for (List<String> lines = input.read(); !lines.isEmpty(); lines = input.read()) {
        current.setSoTimeout(0);
        listener.received(lines);
      }
    } catch (SocketTimeoutException e) {
      why =
          "the server has said nothing for "
              + greeting.toSeconds()
              + " s; is it a listener for lines? (a tls listener needs --tls)";
    } catch (IOException e) {
      why = String.valueOf(e.getMessage());
      broken = true;
    }
    close(current);
    shutOutbox();
    wait = backoff.next();
    return listener.lost(why, broken, wait);
  }

  /** When this returns, no line is half on its way: each has been written, or is kept. */
  private synchronized void shutOutbox() {
    outbox.shut();
  }

  /** Tries until there is a connection; false when none is wanted any more. */
  private boolean dialAgain(Listener listener) throws InterruptedException {
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

  private void write() {
    try {
      for (String line = outbox.next(); line != null; line = outbox.next()) {
        Socket current = socket;
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
      write(to, line);
      outbox.sent();
    }
  }

  /** Whole lines, each in one piece, whichever thread writes them. */
  private synchronized void write(Socket to, String line) throws IOException {
    to.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more in either case.
    }
  }
}
