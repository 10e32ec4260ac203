package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.listener.ListenerAddress;
import chat.parley.patience.Dial;
import chat.parley.patience.LineSocket;
import chat.parley.patience.Wait;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A client on a real socket that remembers nothing and fails when what it expects does not come.
 */
public final class TestClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Dial USUAL = Dial.USUAL.patience(PATIENCE);

  private final LineSocket socket;

  public TestClient(ListenerAddress listener) {
    this(listener, inTheWayOf(listener));
  }

  /**
   * @param from which address of the loopback it comes from
   */
  public TestClient(ListenerAddress listener, String from) {
    this(listener, inTheWayOf(listener).from(from));
  }

  /**
   * @param securing what makes a socket that is spoken on of one that is connected
   */
  public TestClient(ListenerAddress listener, LineSocket.Layer securing) {
    this(listener, USUAL.layer(securing));
  }

  private TestClient(ListenerAddress listener, Dial dial) {
    try {
      socket = dial.to(new InetSocketAddress(listener.host(), listener.port()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dial inTheWayOf(ListenerAddress listener) {
    return listener.kind().isSecured() ? USUAL.layer(TestTls::secured) : USUAL;
  }

  /** A client that speaks no TLS, whatever the listener does. */
  public static TestClient plain(ListenerAddress listener) {
    return new TestClient(listener, USUAL);
  }

  /** A client of a lines listener that has got in as {@code name} and has read who is there. */
  public static TestClient named(String name, ListenerAddress listener) {
    return new TestClient(listener).introducedAs(name);
  }

  /** As {@link #named}, but one for whom the kernel holds little that it does not read. */
  public static TestClient slow(String name, ListenerAddress listener) {
    return new TestClient(listener, inTheWayOf(listener).receiveBuffer(4096)).introducedAs(name);
  }

  /** Gives a name, again and again while whoever had it before is about to go. */
  public TestClient introducedAs(String name) {
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

  public void says(String line) {
    sends(line + "\n");
  }

  public void sends(String text) {
    sends(text.getBytes(StandardCharsets.UTF_8));
  }

  public void sends(byte[] bytes) {
    does(() -> socket.send(bytes));
  }

  /** Ends this side, and can still read. */
  public void endsItsSide() {
    does(socket::endOutput);
  }

  public void hears(String... lines) {
    for (String line : lines) {
      assertThat(line()).isEqualTo(line);
    }
  }

  /** As many lines come, each of them what one of {@code regexes} says, in whatever order. */
  public void hearsInAnyOrder(String... regexes) {
    List<String> left = new ArrayList<>(List.of(regexes));
    while (!left.isEmpty()) {
      String line = line();
      assertThat(left).anyMatch(line::matches);
      left.remove(left.stream().filter(line::matches).findFirst().orElseThrow());
    }
  }

  /** What comes next that {@code regex} says, whatever comes before. */
  public String hearsSometime(String regex) {
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

  public String hearsLineStarting(String start) {
    String line = line();
    assertThat(line).startsWith(start);
    return line;
  }

  /** What comes next is {@code line}, but lines that start with {@code skipped} may come before. */
  public void hearsAmong(String skipped, String line) {
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
   * clients of a lines listener that have a name.
   */
  public void hasHeardNothingElse() {
    says("/nothing");
    hears("* there is no command /nothing; /help lists them");
  }

  /**
   * Until the server has nobody of that name; whoever has left a room may have it a moment longer.
   */
  public void awaitsGone(String name) {
    long patience = patience();
    String gone = "* there is nobody called " + name;
    String answer;
    do {
      says("/msg " + name + " are you there?");
      answer = line();
    } while (!answer.equals(gone) && System.nanoTime() < patience);
    assertThat(answer).isEqualTo(gone);
  }

  public void hearsBytes(byte[] expected) {
    byte[] bytes = reads(expected.length + " bytes", in -> in.readNBytes(expected.length));
    assertThat(bytes).isEqualTo(expected);
  }

  /** The server ends the connection, and nothing comes before that. */
  public void hearsTheEnd() {
    int next = reads("the end of the connection", InputStream::read);
    assertThat(next).isEqualTo(-1);
  }

  /** The server has cut the connection, whatever can still be read before. */
  public void isCutOff() {
    assertThatThrownBy(() -> reads("a reset", in -> in.transferTo(OutputStream.nullOutputStream())))
        .hasCauseInstanceOf(SocketException.class)
        .hasRootCauseMessage("Connection reset");
  }

  /** Everything until the server ends the connection. */
  public String hearsToTheEnd() {
    byte[] all = reads("the end of the connection", InputStream::readAllBytes);
    return new String(all, StandardCharsets.UTF_8);
  }

  /** The next line, without its end. */
  public String line() {
    String line;
    try {
      line = socket.line();
    } catch (EOFException e) {
      throw new AssertionError(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (line == null) {
      throw new AssertionError("the server has closed the connection");
    }
    return line;
  }

  /** Reads something. */
  private interface Reading<T> {
    T from(InputStream in) throws IOException;
  }

  /** Does what may block on the connection, but not for ever. */
  private <T> T reads(String what, Reading<T> reading) {
    try {
      return socket.on(what, () -> reading.from(socket.input()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void does(Wait.Action action) {
    try {
      action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long patience() {
    return System.nanoTime() + PATIENCE.toNanos();
  }

  /** Vanishes without a word, as a killed client does: the connection is reset. */
  public void isKilled() {
    does(socket::reset);
  }

  /** Closes its connection in order, and may be closed again. */
  public void leaves() {
    close();
  }

  @Override
  public void close() {
    does(socket::close);
  }
}
