package chat.parley.soak;

import chat.parley.patience.Wait;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Tells how many people are in the lobby, as somebody in another room sees it. */
final class Lobby implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String LINE = "* lobby: ";

  private final Socket socket;
  private final BufferedReader in;

  Lobby(InetSocketAddress server) throws IOException {
    socket = new Socket(server.getAddress(), server.getPort());
    socket.setSoTimeout((int) PATIENCE.toMillis());
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    say("onlooker\n/join outside\n");
    heard("* you are in outside");
  }

  private void say(String text) throws IOException {
    Wait.toWrite(socket, text.getBytes(StandardCharsets.UTF_8));
  }

  private String heard(String start) throws IOException {
    String line = in.readLine();
    while (line != null && !line.startsWith(start)) {
      line = in.readLine();
    }
    if (line == null) {
      throw new IOException("the onlooker was disconnected");
    }
    return line;
  }

  int people() {
    try {
      say("/rooms\n");
      return Integer.parseInt(heard(LINE).substring(LINE.length()).replaceAll("[^0-9].*", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until there are so many. */
  void await(int people) {
    if (!Waiting.atMost(PATIENCE, () -> people() == people)) {
      throw new AssertionError(people() + " people are in the lobby, not " + people);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
