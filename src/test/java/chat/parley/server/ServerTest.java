package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A server as a whole: its start and its end. */
class ServerTest {

  @Test
  void namesThePortThatIsInUse() {
    try (TestServer first = new TestServer()) {
      String taken = "lines:" + first.lines().port();
      assertThatThrownBy(() -> Server.start(TestServer.settings(List.of(taken, "raw:0"))))
          .isInstanceOf(ListenerRefused.class)
          .hasMessage(
              "cannot listen on lines 127.0.0.1:%d: the port is in use; stop the other program or"
                  + " choose another port with --listen",
              first.lines().port());
    }
  }

  @Test
  void namesAnAddressThatIsNotThisMachines() {
    assertThatThrownBy(() -> Server.start(TestServer.settings(List.of("lines:192.0.2.1:0"))))
        .isInstanceOf(ListenerRefused.class)
        .hasMessageContaining("lines 192.0.2.1:0: this machine does not have that address");
  }

  @Test
  void listensOnIpv6() {
    try (Server server = Server.start(TestServer.settings(List.of("lines:[::1]:0")));
        TestClient alice = TestClient.named("alice", server.listeners().get(0))) {
      alice.hasHeardNothingElse();
      assertThat(server.listeners().get(0).shown()).startsWith("lines [::1]:");
    }
  }

  @Test
  void opensEveryListenerIntoTheSameRooms() {
    try (Server server = Server.start(TestServer.settings(List.of("lines:0", "lines:0")));
        TestClient alice = TestClient.named("alice", server.listeners().get(0));
        TestClient bob = TestClient.named("bob", server.listeners().get(1))) {
      bob.says("hi");
      alice.hears("* bob has joined", "[bob] hi");
    }
  }

  @Test
  void saysGoodbyeWhenItGoesDown() {
    TestServer server = new TestServer();
    try (TestClient alice = server.joins("alice");
        TestClient nobody = server.connects()) {
      nobody.hearsLineStarting("* Welcome");
      Thread closing = new Thread(server::close);
      closing.start();
      alice.hears("* the server is going down");
      alice.hearsTheEnd();
      nobody.hears("* the server is going down");
      nobody.hearsTheEnd();
    }
  }
}
