package chat.parley.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that asks no name and does to messages what it should not. */
final class BrokenServer implements AutoCloseable {

  /** What the others get instead of a message. */
  interface Change {
    /**
     * The lines that are sent.
     *
     * @param number which message of all it is, from 0
     * @throws IOException to disconnect everybody
     */
    List<String> of(int number, String message) throws IOException;
  }

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> clients = new CopyOnWriteArrayList<>();
  private final Change change;
  private int messages;

  BrokenServer(Change change) throws IOException {
    this.change = change;
    start(this::accept);
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        clients.add(client);
        start(() -> listen(client));
      }
    } catch (IOException e) {
      // It has been closed.
    }
  }

  private void listen(Socket client) {
    try {
      var in = new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII);
      var lines = new BufferedReader(in);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        broadcast(client, line);
      }
    } catch (IOException e) {
      close();
    }
  }

  private synchronized void broadcast(Socket author, String line) throws IOException {
    boolean message = line.startsWith("^");
    List<String> sent = message ? change.of(messages++, line) : List.of(line);
    for (Socket client : clients) {
      for (String each : client == author ? List.<String>of() : sent) {
        client.getOutputStream().write((each + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket client : clients) {
        client.close();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
