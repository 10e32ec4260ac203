package chat.parley.soak;

import chat.parley.patience.Dial;
import chat.parley.patience.LineSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Tells how many people are in the lobby, as somebody in another room sees it. */
final class Lobby implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String LINE = "* lobby: ";

  private final LineSocket socket;

  Lobby(InetSocketAddress server) throws IOException {
    socket = Dial.USUAL.patience(PATIENCE).to(server);
    socket.send("onlooker\n/join outside\n");
    heard("* you are in outside");
  }

  private String heard(String start) throws IOException {
    String line = socket.line();
    while (line != null && !line.startsWith(start)) {
      line = socket.line();
    }
    if (line == null) {
      throw new IOException("the onlooker was disconnected");
    }
    return line;
  }

  int people() {
    try {
      socket.send("/rooms\n");
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
