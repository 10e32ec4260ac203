package chat.parley.fuzz;

import chat.parley.config.Settings;
import chat.parley.listener.ListenerAddress;
import chat.parley.patience.Wait;
import chat.parley.server.Server;
import chat.parley.server.TestTls;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * One connection for each byte string, to a server in this process whose listener is of the kind
 * that the system property {@code fuzz.listener} names. To a tls listener most strings go as they
 * are, the others after a handshake, within TLS or instead of it.
 *
 * <p>Whatever is sent, the server ends the connection when the client has ended its side, its log
 * has no error, and somebody in the room hears nothing but lines that a server of ours may send.
 */
public final class ListenerFuzz {
  private static final int PATIENCE_MS = 10_000;

  /** One address has too few ports for so many connections. */
  private static final int SOURCES = 200;

  private static final LoggedErrors errors = new LoggedErrors();

  private static ListenerAddress listener;
  private static Onlooker onlooker;
  private static int source;

  private ListenerFuzz() {}

  /** Called by Jazzer before the first string. */
  public static void fuzzerInitialize() throws IOException {
    String kind = System.getProperty("fuzz.listener");
    List<String> settings = new ArrayList<>(List.of("parley.limits.posts-per-second=0"));
    if (kind.equals("tls")) {
      settings.addAll(TestTls.settings());
    }
    Server server = Server.start(Settings.of(List.of(kind + ":0", "lines:0"), settings, List.of()));
    listener = server.listeners().get(0);
    onlooker = new Onlooker(server.listeners().get(1), PATIENCE_MS);
  }

  /** Called by Jazzer with each string. */
  public static void fuzzerTestOneInput(byte[] string) throws IOException {
    try (Socket socket = connect()) {
      Wait.doing(socket, "the server to take a string", () -> send(socket, string));
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the server does not end the connection", e);
    } catch (SocketException | SSLException e) {
      // It has ended it, before the client was done.
    }
    onlooker.looks();
    errors.check();
  }

  private static Socket connect() throws IOException {
    source = source % SOURCES + 1;
    Socket socket = new Socket();
    socket.setSoTimeout(PATIENCE_MS);
    socket.setTcpNoDelay(true);
    socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.1." + source), 0));
    socket.connect(new InetSocketAddress(listener.host(), listener.port()));
    return socket;
  }

  private static void send(Socket socket, byte[] string) throws IOException {
    if (!listener.kind().isSecured() || string.length == 0) {
      write(socket, string);
      return;
    }
    byte[] rest = Arrays.copyOfRange(string, 1, string.length);
    switch (string[0] & 7) {
      case 0 -> write(TestTls.secured(socket), rest);
      case 1 -> {
        TestTls.secured(socket);
        write(socket, rest);
      }
      default -> write(socket, rest);
    }
  }

  private static void write(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.shutdownOutput();
  }
}
