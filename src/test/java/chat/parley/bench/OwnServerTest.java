package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.Main;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class OwnServerTest {
  @Test
  void runsUntilItIsClosed() throws IOException {
    ProcessHandle process;
    try (OwnServer server = OwnServer.start(Main.class, "lines", 8192)) {
      process = server.process();
      var address = Target.resolved(server.awaitOpen());
      try (var socket = new Socket(address.getAddress(), address.getPort())) {
        assertThat(socket.getInputStream().read()).isEqualTo('*');
      }
      assertThat(process.isAlive()).isTrue();
    }
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void saysWhenItCannotBeStarted() throws IOException {
    try (OwnServer server = OwnServer.start(Main.class, "no-such-kind", 8192)) {
      assertThatThrownBy(server::awaitOpen).isInstanceOf(BenchFailed.class);
    }
  }
}
