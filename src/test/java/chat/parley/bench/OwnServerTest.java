package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.cli.Main;
import chat.parley.patience.Wait;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnServerTest {
  @Test
  void runsUntilItIsClosed() throws IOException {
    ProcessHandle process;
    try (OwnServer server = OwnServer.start(Main.class, "lines", 8192, "none")) {
      process = server.process();
      var address = Target.resolved(server.awaitOpen());
      try (var socket = new Socket(address.getAddress(), address.getPort())) {
        socket.setSoTimeout((int) Wait.PATIENCE.toMillis());
        assertThat(socket.getInputStream().read()).isEqualTo('*');
      }
      assertThat(process.isAlive()).isTrue();
    }
    assertThat(process.isAlive()).isFalse();
  }

  /** A program that never opens a listener, nor ends. */
  static final class Silent {
    private Silent() {}

    public static void main(String[] args) throws InterruptedException {
      Thread.sleep(Wait.PATIENCE.toMillis());
    }
  }

  @Test
  void saysWhenItDoesNotOpen() throws IOException {
    try (OwnServer server = OwnServer.start(Silent.class, "lines", 8192, "none")) {
      assertThatThrownBy(() -> server.awaitOpen(Duration.ofMillis(50)))
          .isInstanceOf(BenchFailed.class)
          .hasMessage("the server that was started for it is not open after 50 ms");
    }
  }

  @Test
  void saysWhenItCannotBeStarted() throws IOException {
    try (OwnServer server = OwnServer.start(Main.class, "no-such-kind", 8192, "none")) {
      assertThatThrownBy(server::awaitOpen).isInstanceOf(BenchFailed.class);
    }
  }
}
