package chat.parley.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A user interface of lines: a terminal that cannot move its cursor, or a pipe. */
final class PlainUi implements Ui {
  private final BufferedReader in;
  private final PrintStream out;

  /** What lines look like to somebody at a terminal; empty for a pipe. */
  private final Optional<Layout> layout;

  /** Whether what is typed is shown by the terminal. */
  private final Consumer<Boolean> echo;

  private final Outbox outbox;
  private final StopSignal stopSignal;
  private final Optional<Duration> stay;

  /** Whether the next line is a password. */
  private final AtomicBoolean secret = new AtomicBoolean();

  private PlainUi(
      BufferedReader in,
      PrintStream out,
      Optional<Layout> layout,
      Consumer<Boolean> echo,
      Outbox outbox,
      StopSignal stopSignal,
      Optional<Duration> stay) {
    this.in = in;
    this.out = out;
    this.layout = layout;
    this.echo = echo;
    this.outbox = outbox;
    this.stopSignal = stopSignal;
    this.stay = stay;
  }

  /**
   * A terminal, which itself shows what is typed.
   *
   * @param echo makes it do so, or not
   */
  static PlainUi terminal(
      BufferedReader in,
      PrintStream out,
      Layout layout,
      Consumer<Boolean> echo,
      Outbox outbox,
      StopSignal stopSignal) {
    return new PlainUi(in, out, Optional.of(layout), echo, outbox, stopSignal, Optional.empty());
  }

  /**
   * A pipe: shows just what the server sends.
   *
   * @param stay how long to go on when all input has been sent; empty for as long as the server
   *     likes
   */
  static PlainUi pipe(
      BufferedReader in,
      PrintStream out,
      Outbox outbox,
      StopSignal stopSignal,
      Optional<Duration> stay) {
    return new PlainUi(in, out, Optional.empty(), on -> {}, outbox, stopSignal, stay);
  }

  @Override
  public void show(List<Entry> entries) {
    for (Entry entry : entries) {
      if (layout.isPresent() && !entry.isTyped()) {
        out.println(layout.get().plain(entry));
      } else if (layout.isEmpty() && !entry.isTyped() && entry.kind() != Entry.Kind.CLIENT) {
        out.println(entry.line());
      }
    }
    out.flush();
    if (out.checkError()) {
      // Nobody reads it any more.
      stopSignal.done();
    }
  }

  @Override
  public void prompt(String text) {
    // What is typed has a line of its own; what it is for has been said in the line before.
  }

  @Override
  public void askPassword() {
    if (layout.isPresent() && secret.compareAndSet(false, true)) {
      echo.accept(false);
    }
  }

  @Override
  public void run(Conversation conversation) throws InterruptedException {
    Thread reading = new Thread(() -> read(conversation), "input");
    reading.setDaemon(true);
    reading.start();
    stopSignal.await();
  }

  private void read(Conversation conversation) {
    try {
      boolean more = true;
      for (String line = in.readLine(); line != null && more; line = more ? in.readLine() : null) {
        outbox.awaitRoom();
        more = ended(line, conversation);
      }
      if (layout.isEmpty()) {
        conversation.inputEnded();
        outbox.awaitEmpty(0);
        linger(more);
      } else {
        stopSignal.done();
      }
    } catch (IOException e) {
      stopSignal.failed("cannot read the input: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean ended(String line, Conversation conversation) {
    if (secret.compareAndSet(true, false)) {
      echo.accept(true);
      conversation.password(line);
      return true;
    }
    return conversation.typed(line);
  }

  /**
   * @param more whether the input has merely ended; if not, the user wants to leave
   */
  private void linger(boolean more) throws InterruptedException {
    if (!more) {
      stopSignal.done();
    } else if (stay.isPresent()) {
      stopSignal.await(stay.get());
    }
  }
}
