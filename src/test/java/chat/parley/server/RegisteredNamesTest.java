package chat.parley.server;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that belong to whoever knows their password, over real sockets. */
class RegisteredNamesTest {
  @TempDir private Path folder;

  private static void registers(TestClient client, String name) {
    client.says("/register honey");
    client.hears(
        "* "
            + name
            + " is registered; next time its password is asked for, or: /login "
            + name
            + " PASSWORD");
  }

  private static void givesName(TestClient client, String name) {
    client.hears("* Welcome to parley! What is your name?");
    client.says(name);
    client.hears("* " + name + " is a registered name; what is its password?");
  }

  @Test
  void areRefusedToWhoDoesNotKnowThePassword() {
    try (ConfiguredServer server = new ConfiguredServer(folder);
        TestClient bob = server.joins("bob")) {
      try (TestClient alice = server.joins("alice")) {
        bob.hears("* alice has joined");
        registers(alice, "alice");
      }
      bob.hears("* alice has left");
      try (TestClient thief = server.connects()) {
        givesName(thief, "ALICE");
        thief.says("money");
        thief.hears("* that is not it; ALICE is a registered name; what is its password?");
        thief.says("");
        thief.hears("* that is not the password of ALICE; another name?");
        thief.says("thief");
        thief.hears("* you are in lobby with bob");
        bob.hears("* thief has joined");
        thief.says("/nick Alice");
        thief.hears("* Alice is a registered name; if it is yours: /login Alice PASSWORD");
        thief.says("/login alice money");
        thief.hears("* that is not the password of alice");
        bob.hasHeardNothingElse();
      }
      bob.hears("* thief has left");
    }
  }

  @Test
  void comeBackToTheirOwnerAlsoAfterARestart() {
    try (ConfiguredServer server = new ConfiguredServer(folder)) {
      try (TestClient alice = server.joins("alice")) {
        registers(alice, "alice");
      }
      server.restart();
      try (TestClient alice = server.connects();
          TestClient other = server.joins("other")) {
        givesName(alice, "alice");
        alice.says("honey");
        alice.hears("* you are in lobby with other");
        other.hears("* alice has joined");
        alice.says("/nick carol");
        alice.hears("* you are now called carol");
        alice.says("/login alice honey");
        alice.hears("* you are now called alice");
        other.hears("* alice is now called carol", "* carol is now called alice");
      }
    }
  }

  @Test
  void areTakenFromAConnectionThatTheOwnerHasLeftBehind() {
    try (ConfiguredServer server = new ConfiguredServer(folder);
        TestClient bob = server.joins("bob");
        TestClient lost = server.joins("alice")) {
      bob.hears("* alice has joined");
      registers(lost, "alice");
      try (TestClient alice = server.connects()) {
        givesName(alice, "alice");
        alice.says("honey");
        lost.hears("* you have come in from elsewhere under this name; goodbye");
        lost.hearsTheEnd();
        lost.leaves();
        alice.hears("* you are in lobby with bob");
        bob.hears("* alice has left", "* alice has joined");
      }
    }
  }

  @Test
  void canBeGivenAnotherPasswordAndGivenUp() {
    try (ConfiguredServer server = new ConfiguredServer(folder);
        TestClient alice = server.joins("alice")) {
      registers(alice, "alice");
      alice.says("/register wax");
      alice.hears("* alice has another password now");
      alice.says("/nick carol");
      alice.hears("* you are now called carol");
      alice.says("/login alice honey");
      alice.hears("* that is not the password of alice");
      alice.says("/unregister alice");
      alice.hears("* alice is not yours to give up; /login NAME PASSWORD proves that it is");
      alice.says("/login alice wax");
      alice.hears("* you are now called alice");
      alice.says("/unregister");
      alice.hears("* alice is not registered any more");
      alice.says("/nick carol");
      alice.hears("* you are now called carol");
      server.joins("alice").close();
    }
  }

  @Test
  void cannotBeHadWhereNothingIsKept() {
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice")) {
      alice.says("/register honey");
      alice.hears("* names cannot be registered here");
      alice.says("/login bob honey");
      alice.hears("* bob is not registered; /nick bob takes it if it is free");
    }
  }
}
