package chat.parley.client;

import chat.parley.patience.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;

/** A server's end of a connection, played by a test line by line. */
final class LinesPeer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = (int) Wait.PATIENCE.toMillis();

  private final Socket socket;
  private final LineInput input;
  private final ArrayDeque<String> heard = new ArrayDeque<>();

  LinesPeer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    this.input = new LineInput(socket.getInputStream());
  }

  /** A port of this machine to wait for clients at. */
  static ServerSocket listen(int port) throws IOException {
    ServerSocket listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    listener.setSoTimeout(PATIENCE_MILLIS);
    return listener;
  }

  /** The next client. */
  static LinesPeer accept(ServerSocket listener) throws IOException {
    try {
      return new LinesPeer(listener.accept());
    } catch (SocketTimeoutException e) {
      throw Wait.inVain("a client to connect", Wait.PATIENCE);
    }
  }

  void say(String line) throws IOException {
    Wait.toWrite(socket, (line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The next line of the client; null when it has closed its side. */
  String hear() {
    try {
      if (heard.isEmpty()) {
        List<String> lines = input.read();
        heard.addAll(lines);
      }
      return heard.poll();
    } catch (SocketTimeoutException e) {
      throw Wait.inVain("a line of the client", Wait.PATIENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets a client that calls itself so in. */
  void admit(String name) throws IOException {
    say("* Welcome to parley! What is your name?");
    String given = hear();
    if (!name.equals(given)) {
      throw new AssertionError("the client calls itself " + given);
    }
    say("* you are in lobby with nobody else");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
