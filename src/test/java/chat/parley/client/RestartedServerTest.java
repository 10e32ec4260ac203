package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.listener.ListenerAddress;
import chat.parley.server.Server;
import chat.parley.server.TestClient;
import chat.parley.server.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client of a real server that is started again, and has kept what was said, or not. */
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

  @Test
  void showsOnceWhatWasSaidMeanwhile(@TempDir Path folder) throws IOException {
    String kept = "parley.store=" + folder.resolve("parley-data");
    int port;
    ClientUnderTest bob;
    try (Server server = start(0, kept)) {
      ListenerAddress lines = server.listeners().get(0);
      port = lines.port();
      TestClient alice = TestClient.named("alice", lines);
      bob = ClientUnderTest.interactive(port, "bob");
      alice.hears("* bob has joined");
      alice.says("heard");
      bob.awaitShown("[alice] heard");
    }
    bob.awaitShown("-- connecting again");
    // At another port, where bob does not find it.
    try (Server elsewhere = start(0, kept);
        TestClient alice = TestClient.named("alice", elsewhere.listeners().get(0))) {
      alice.sends("missed\nmissed too\n");
      alice.hasHeardNothingElse();
    }
    try (Server again = start(port, kept)) {
      TestClient alice = TestClient.named("alice", again.listeners().get(0));
      bob.awaitShown("-- back as bob");
      bob.awaitShown("[alice] missed too");
      alice.says("and now");
      bob.awaitShown("[alice] and now");
      bob.type("/quit");
      assertThat(bob.end()).isEmpty();
    }
    assertThat(bob.shown())
        .containsSubsequence(
            "[alice] heard", "[alice] missed\n", "[alice] missed too\n", "[alice] and now")
        .containsOnlyOnce("[alice] heard")
        .containsOnlyOnce("[alice] missed\n")
        .containsOnlyOnce("[alice] missed too\n")
        .doesNotContain("cannot be had");
  }

  private static Server start(int port, String... assignments) {
    return Server.start(TestServer.settings(List.of("lines:127.0.0.1:" + port), assignments));
  }
}
