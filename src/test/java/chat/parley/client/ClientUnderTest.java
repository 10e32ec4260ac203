package chat.parley.client;

import chat.parley.patience.Wait;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;

/** A client without a terminal, whose input and output a test holds. */
final class ClientUnderTest {
  private final PipedWriter input = new PipedWriter();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final List<Boolean> echo = new CopyOnWriteArrayList<>();
  private final Conversation conversation;
  private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();

  /** A client that comes back when the connection is lost; what it shows has time stamps. */
  static ClientUnderTest interactive(ServerSocket server, String name) throws IOException {
    return interactive(server.getLocalPort(), name);
  }

  /** The same, of whatever listens at that port of this machine. */
  static ClientUnderTest interactive(int port, String name) throws IOException {
    return new ClientUnderTest(address(port, name), Optional.empty(), Optional.empty(), true, null);
  }

  /**
   * A client in a pipe.
   *
   * @param stay how long it stays when its input has ended; null for as long as the server likes
   */
  static ClientUnderTest pipe(int port, String name, Duration stay) throws IOException {
    return new ClientUnderTest(
        address(port, name), Optional.empty(), Optional.empty(), false, stay);
  }

  /** A client that was given a password, in a pipe or not. */
  static ClientUnderTest knowing(String password, ServerSocket server, String name, boolean pipe)
      throws IOException {
    return new ClientUnderTest(
        address(server.getLocalPort(), name), Optional.empty(), Optional.of(password), !pipe, null);
  }

  /** A client in a pipe that speaks TLS. */
  static ClientUnderTest secured(
      ServerSocket server, String host, String name, SSLSocketFactory tls) throws IOException {
    var address = new ServerAddress(Optional.of(name), host, server.getLocalPort());
    return new ClientUnderTest(address, Optional.of(tls), Optional.empty(), false, null);
  }

  private static ServerAddress address(int port, String name) {
    return new ServerAddress(Optional.of(name), "127.0.0.1", port);
  }

  private ClientUnderTest(
      ServerAddress address,
      Optional<SSLSocketFactory> tls,
      Optional<String> password,
      boolean interactive,
      Duration stay)
      throws IOException {
    BufferedReader in = new BufferedReader(new PipedReader(input));
    PrintStream out = new PrintStream(output, false, StandardCharsets.UTF_8);
    Outbox outbox = new Outbox();
    StopSignal stopSignal = new StopSignal();
    Ui ui =
        interactive
            ? PlainUi.terminal(
                in, out, new Layout(ZoneOffset.UTC, false), echo::add, outbox, stopSignal)
            : PlainUi.pipe(in, out, outbox, stopSignal, Optional.ofNullable(stay));
    Dialer dialer = new Dialer(address, tls, Duration.ofSeconds(30));
    Backoff backoff = new Backoff(Duration.ofMillis(20), Duration.ofMillis(100), () -> 1);
    Connection connection = new Connection(dialer, backoff, outbox, Duration.ofSeconds(30));
    conversation =
        new Conversation(
            connection,
            ui,
            new KnownNames(),
            outbox,
            stopSignal,
            Clock.systemUTC(),
            address.name(),
            new PasswordCache(password),
            interactive);
    connection.open(conversation);
    Thread thread =
        new Thread(
            () -> {
              try {
                ui.run(conversation);
                connection.finish(Duration.ofSeconds(30));
                end.complete(stopSignal.failure());
              } catch (InterruptedException e) {
                end.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  /** Types a line. */
  void type(String line) throws IOException {
    input.write(line + "\n");
    input.flush();
  }

  /** Ends the input. */
  void endInput() throws IOException {
    input.close();
  }

  /** Waits until the client has noticed that its input has ended. */
  void awaitInputEnd() {
    Wait.until("the end of the client's input", conversation::hasInputEnded);
  }

  /** How it has had its terminal show what is typed, or not. */
  List<Boolean> echo() {
    return echo;
  }

  /** What it has shown so far. */
  String shown() {
    return output.toString(StandardCharsets.UTF_8);
  }

  /** Waits until it has ended; answers why, nothing if all was well. */
  Optional<String> end() {
    return Wait.forResult("the end of the client after:\n" + shown(), end);
  }

  /** Waits until it has shown {@code text}. */
  void awaitShown(String text) {
    Wait.until("the client to show: " + text, () -> shown().contains(text));
  }
}
