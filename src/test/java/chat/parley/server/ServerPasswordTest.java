package chat.parley.server;

import static chat.parley.server.ConfiguredServer.SERVER_PASSWORD;
import static chat.parley.server.ConfiguredServer.SERVER_PASSWORD_LINE;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that asks everybody for a password, docs/protocol.md, over real sockets. */
class ServerPasswordTest {
  @TempDir private Path folder;

  private static void isAsked(TestClient client, String name) {
    client.hears("* Welcome to parley! What is your name?");
    client.says(name);
    client.hears("* what is the server's password?");
  }

  @Test
  void letsInWhoKnowsThePasswordAndTellsNobodyOfWhoDoesNot() {
    try (ConfiguredServer server = new ConfiguredServer(folder, SERVER_PASSWORD_LINE);
        TestClient alice = server.connects();
        TestClient stranger = server.connects()) {
      isAsked(alice, "alice");
      alice.says(SERVER_PASSWORD);
      alice.hears("* you are in lobby with nobody else");
      isAsked(stranger, "bob");
      stranger.says("open");
      stranger.hears("* that is not it; what is the server's password?");
      stranger.says("");
      stranger.hears("* that is not it; what is the server's password?");
      stranger.says(SERVER_PASSWORD.toUpperCase(Locale.ROOT));
      stranger.hears("* that is not it; goodbye");
      stranger.hearsTheEnd();
      alice.hasHeardNothingElse();
    }
  }

  @Test
  void asksForItOnceEvenIfTheNameIsTaken() {
    try (ConfiguredServer server = new ConfiguredServer(folder, SERVER_PASSWORD_LINE);
        TestClient alice = server.connects();
        TestClient other = server.connects()) {
      isAsked(alice, "alice");
      alice.says(SERVER_PASSWORD);
      alice.hears("* you are in lobby with nobody else");
      isAsked(other, "alice");
      other.sends(SERVER_PASSWORD + "\nbob\n");
      other.hears("* alice is taken; another name?", "* you are in lobby with alice");
    }
  }

  @Test
  void servesOthersWhileSomebodyWhoHasGuessedWaits() {
    try (ConfiguredServer server = new ConfiguredServer(folder, SERVER_PASSWORD_LINE);
        TestClient alice = server.connects()) {
      isAsked(alice, "alice");
      alice.says(SERVER_PASSWORD);
      alice.hears("* you are in lobby with nobody else");
      for (int i = 0; i < 2; i++) {
        try (TestClient guesser = server.connectsFrom("127.0.0.9")) {
          isAsked(guesser, "guesser");
          guesser.sends("a\nb\n");
          guesser.hears("* that is not it; what is the server's password?");
          if (i == 0) {
            guesser.hears("* that is not it; what is the server's password?");
          }
        }
      }
      // Three wrong ones were free; the next from there waits, and nobody else does.
      try (TestClient guesser = server.connectsFrom("127.0.0.9");
          TestClient bob = server.connects()) {
        isAsked(guesser, "guesser");
        guesser.says("c");
        isAsked(bob, "bob");
        bob.says(SERVER_PASSWORD);
        bob.hears("* you are in lobby with alice");
        alice.hears("* bob has joined");
      }
    }
  }
}
