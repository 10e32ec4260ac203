package chat.parley.client;

import chat.parley.patience.LineSocket;
import chat.parley.patience.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A server's end of a connection, played by a test line by line. */
final class LinesPeer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = (int) Wait.PATIENCE.toMillis();

  private final LineSocket socket;

  LinesPeer(Socket accepted) throws IOException {
    socket = new LineSocket("the client", accepted, Wait.PATIENCE, plain -> plain);
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
    socket.send(line + "\n");
  }

  /** The next line of the client; null when it has closed its side. */
  String hear() {
    try {
      return socket.line();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets a client that calls itself so in, without numbers for what it says. */
  void admit(String name) throws IOException {
    say("* Welcome to parley! What is your name?");
    String request = hearName(name);
    say("* you are in lobby with nobody else");
    if (!request.isEmpty()) {
      say("* sync lobby - 0 anew");
    }
  }

  /**
   * Hears the client call itself so.
   *
   * @return what it has asked for before; empty if it has asked for nothing
   */
  String hearName(String name) {
    String first = hear();
    String request = first != null && first.startsWith("/sync") ? first : "";
    String given = request.isEmpty() ? first : hear();
    if (!name.equals(given)) {
      throw new AssertionError("the client calls itself " + given);
    }
    return request;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
