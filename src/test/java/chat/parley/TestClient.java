package chat.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.door.DoorAddress;
import chat.parley.door.DoorAddress.Kind;
import chat.parley.patience.Wait;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A client on a real socket that remembers nothing and fails when what it expects does not come.
 */
final class TestClient implements AutoCloseable {
  private static final int PATIENCE_MS = 20_000;
  private static final String LOOPBACK = "127.0.0.1";

  /** The connection itself. */
  private final Socket wire = new Socket();

  /** What is spoken on: the same, or TLS on it. */
  private final Socket socket;

  private final InputStream in;

  TestClient(DoorAddress door) {
    this(door, 0);
  }

  /**
   * @param receiveBuffer how many bytes the kernel is to hold until they are read; 0 for its
   *     default
   */
  TestClient(DoorAddress door, int receiveBuffer) {
    this(door, receiveBuffer, LOOPBACK);
  }

  /**
   * @param from which address of the loopback it comes from
   */
  TestClient(DoorAddress door, String from) {
    this(door, 0, from);
  }

  private TestClient(DoorAddress door, int receiveBuffer, String from) {
    this(door, receiveBuffer, from, door.kind() == Kind.TLS ? TestTls::secured : plain -> plain);
  }

  /**
   * @param securing what makes a socket that is spoken on of one that is connected
   */
  TestClient(DoorAddress door, int receiveBuffer, Securing securing) {
    this(door, receiveBuffer, LOOPBACK, securing);
  }

  private TestClient(DoorAddress door, int receiveBuffer, String from, Securing securing) {
    try {
      if (receiveBuffer > 0) {
        wire.setReceiveBufferSize(receiveBuffer);
      }
      if (!from.equals(LOOPBACK)) {
        wire.bind(new InetSocketAddress(from, 0));
      }
      wire.connect(new InetSocketAddress(door.host(), door.port()), PATIENCE_MS);
      wire.setSoTimeout(PATIENCE_MS);
      wire.setTcpNoDelay(true);
      socket = securing.secure(wire);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts TLS on a connection. */
  interface Securing {
    Socket secure(Socket connected) throws IOException;
  }

  /** A client that speaks no TLS, whatever the door does. */
  static TestClient plain(DoorAddress door) {
    return new TestClient(door, 0, plain -> plain);
  }

  /** A client of a lines door that has got in as {@code name} and has read who is there. */
  static TestClient named(String name, DoorAddress door) {
    return new TestClient(door).introducedAs(name);
  }

  /** As {@link #named}, but one for whom the kernel holds little that it does not read. */
  static TestClient slow(String name, DoorAddress door) {
    return new TestClient(door, 4096).introducedAs(name);
  }

  /** Gives a name, again and again while whoever had it before is about to go. */
  TestClient introducedAs(String name) {
    hearsLineStarting("* ");
    long patience = patience();
    String answer;
    do {
      says(name);
      answer = line();
    } while (answer.equals("* " + name + " is taken; another name?")
        && System.nanoTime() < patience);
    assertThat(answer).startsWith("* you are in ");
    return this;
  }

  void says(String line) {
    sends(line + "\n");
  }

  void sends(String text) {
    sends(text.getBytes(StandardCharsets.UTF_8));
  }

  void sends(byte[] bytes) {
    try {
      Wait.doing(
          wire,
          "the server to take " + bytes.length + " bytes",
          () -> {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends this side, and can still read. */
  void endsItsSide() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void hears(String... lines) {
    for (String line : lines) {
      assertThat(line()).isEqualTo(line);
    }
  }

  /** As many lines come, each of them what one of {@code regexes} says, in whatever order. */
  void hearsInAnyOrder(String... regexes) {
    List<String> left = new ArrayList<>(List.of(regexes));
    while (!left.isEmpty()) {
      String line = line();
      assertThat(left).anyMatch(line::matches);
      left.remove(left.stream().filter(line::matches).findFirst().orElseThrow());
    }
  }

  /** What comes next that {@code regex} says, whatever comes before. */
  String hearsSometime(String regex) {
    long patience = patience();
    String line = line();
    while (!line.matches(regex)) {
      assertThat(System.nanoTime())
          .as("no end of lines that are not %s", regex)
          .isLessThan(patience);
      line = line();
    }
    return line;
  }

  String hearsLineStarting(String start) {
    String line = line();
    assertThat(line).startsWith(start);
    return line;
  }

  /** What comes next is {@code line}, but lines that start with {@code skipped} may come before. */
  void hearsAmong(String skipped, String line) {
    long patience = patience();
    String next = line();
    while (!next.equals(line)) {
      assertThat(next).startsWith(skipped);
      assertThat(System.nanoTime()).as("no end of lines before %s", line).isLessThan(patience);
      next = line();
    }
  }

  /**
   * Nothing has come for it: proven by asking for something and getting just that. Works for
   * clients of a lines door that have a name.
   */
  void hasHeardNothingElse() {
    says("/nothing");
    hears("* there is no command /nothing; /help lists them");
  }

  /**
   * Until the server has nobody of that name; whoever has left a room may have it a moment longer.
   */
  void awaitsGone(String name) {
    long patience = patience();
    String gone = "* there is nobody called " + name;
    String answer;
    do {
      says("/msg " + name + " are you there?");
      answer = line();
    } while (!answer.equals(gone) && System.nanoTime() < patience);
    assertThat(answer).isEqualTo(gone);
  }

  void hearsBytes(byte[] expected) {
    String what = expected.length + " bytes";
    assertThat(on(what, () -> in.readNBytes(expected.length))).isEqualTo(expected);
  }

  /** The server ends the connection, and nothing comes before that. */
  void hearsTheEnd() {
    int next = on("the end of the connection", in::read);
    assertThat(next).isEqualTo(-1);
  }

  /** The server has cut the connection, whatever can still be read before. */
  void isCutOff() {
    assertThatThrownBy(() -> on("a reset", () -> in.transferTo(OutputStream.nullOutputStream())))
        .hasCauseInstanceOf(SocketException.class)
        .hasRootCauseMessage("Connection reset");
  }

  /** Everything until the server ends the connection. */
  String hearsToTheEnd() {
    return new String(on("the end of the connection", in::readAllBytes), StandardCharsets.UTF_8);
  }

  /** The next line, without its end. */
  String line() {
    return on("a line of the server", this::readLine);
  }

  private String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new AssertionError("the server closed the connection after: " + line);
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Does what may block on the connection, but not for ever. */
  private <T> T on(String what, Wait.Blocking<T> blocking) {
    try {
      return Wait.on(wire, what, blocking);
    } catch (SocketTimeoutException e) {
      throw Wait.inVain(what, Duration.ofMillis(PATIENCE_MS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long patience() {
    return System.nanoTime() + PATIENCE_MS * 1_000_000L;
  }

  /** Vanishes without a word, as a killed client does: the connection is reset. */
  void isKilled() {
    try {
      wire.setSoLinger(true, 0);
      wire.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes its connection in order, and may be closed again. */
  void leaves() {
    close();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
