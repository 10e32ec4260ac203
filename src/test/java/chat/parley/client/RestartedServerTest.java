package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.server.Server;
import chat.parley.server.TestServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client of a real server that keeps nothing and is started again. */
@Timeout(60)
class RestartedServerTest {

  @Test
  void comesBackToItsRoomAndSaysOnceWhatItHasToSay() throws IOException {
    int port;
    ClientUnderTest bob;
    try (Server server = start(0)) {
      port = server.listeners().get(0).port();
      bob = ClientUnderTest.interactive(port, "bob");
      bob.type("/join kitchen");
      bob.awaitShown("* you are in kitchen with nobody else");
      ClientUnderTest alice = ClientUnderTest.interactive(port, "alice");
      alice.type("/join kitchen");
      bob.awaitShown("* alice has joined");
      bob.type("hello alice");
      alice.awaitShown("[bob] hello alice");
      alice.type("hello bob");
      bob.awaitShown("[alice] hello bob");
      alice.type("/quit");
      assertThat(alice.end()).isEmpty();
    }
    bob.awaitShown("-- connecting again");
    bob.type("meanwhile");
    try (Server again = start(port)) {
      assertThat(again.listeners()).hasSize(1);
      bob.awaitShown("-- back as bob");
      bob.type("/history 5");
      bob.awaitShown("[bob] meanwhile");
      bob.type("/quit");
      assertThat(bob.end()).isEmpty();
    }
    assertThat(bob.shown())
        .containsPattern("-- back as bob after \\d+ s; sending what you typed meanwhile: 1 line")
        .doesNotContain("* sync ", "] hello alice", "perhaps lost");
    assertThat(bob.shown().substring(bob.shown().indexOf("-- connecting again")))
        .contains("* you are in kitchen")
        .doesNotContain("* you are in lobby");
  }

  private static Server start(int port) {
    return Server.start(TestServer.settings(List.of("lines:127.0.0.1:" + port)));
  }
}
