package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How programs go on where they were cut off, over real sockets. */
class SyncTest {
  private static final String ASKS = "* Welcome to parley! What is your name?";

  @Test
  void tellsAProgramWhereItIsAndWhatItHasSaidItself() {
    try (TestServer server = new TestServer();
        TestClient bob = server.joins("bob");
        TestClient alice = server.connects()) {
      alice.hears(ASKS);
      alice.sends("/sync\nalice\n");
      alice.hears("* you are in lobby with bob");
      assertThat(alice.line()).matches("\\* sync lobby [0-9A-Za-z-]+ 0 anew");
      bob.hears("* alice has joined");
      alice.says("one");
      alice.hears("#1 [alice] one");
      bob.hears("[alice] one");
      bob.says("two");
      alice.hears("#2 [bob] two");
      alice.says("/history 1");
      alice.hears("* older: /history before #2");
      assertThat(alice.line()).matches("\\* #2 [-0-9]{10}T[:0-9]{8}Z \\[bob\\] two");
      alice.says("/delete #1");
      alice.hearsInAnyOrder("\\* deleted #1 lobby by alice", "\\* #1 is deleted");
      bob.hears("* alice deleted #1");
      alice.says("/numbers off");
      alice.hears("* posts keep their numbers after /sync");
    }
  }

  @Test
  void leadsAProgramIntoTheRoomThatItNames() {
    try (TestServer server = new TestServer();
        TestClient bob = server.joins("bob");
        TestClient alice = server.connects()) {
      alice.hears(ASKS);
      alice.sends("/sync den 4f2a 7\nalice\n");
      alice.hears("* you are in den with nobody else");
      alice.hearsLineStarting("* sync den ");
      alice.hasHeardNothingElse();
      bob.hasHeardNothingElse();
    }
  }

  @Test
  void leadsIntoTheStartRoomWhoMayNotEnterTheOneThatItNames() {
    try (TestServer server = new TestServer();
        TestClient bob = server.joins("bob");
        TestClient alice = server.connects()) {
      bob.sends("/join den\n/lock\n");
      bob.hearsLineStarting("* you are in den");
      bob.hearsLineStarting("* den is locked");
      alice.hears(ASKS);
      alice.sends("/sync den 4f2a 7\nalice\n");
      alice.hears(
          "* den is locked; only who is invited comes in", "* you are in lobby with nobody else");
      alice.hearsLineStarting("* sync lobby ");
    }
  }

  @Test
  void goesOnWithTheNameWhenItIsMiswritten() {
    try (TestServer server = new TestServer();
        TestClient alice = server.connects()) {
      alice.hears(ASKS);
      alice.sends("/sync lobby x\nalice\n");
      alice.hears(
          "* \"lobby x\" is not ROOM EPOCH NUMBER; it is written /sync, or /sync lobby 4f2a 312",
          "* you are in lobby with nobody else");
      alice.hasHeardNothingElse();
    }
  }

  @Test
  void takesWhoHasANameAlreadyOutAndInAgain() {
    try (TestServer server = new TestServer();
        TestClient bob = server.joins("bob");
        TestClient alice = server.joins("alice")) {
      bob.hears("* alice has joined");
      alice.says("/sync");
      alice.hears("* you are in lobby with bob");
      alice.hearsLineStarting("* sync lobby ");
      bob.hears("* alice has left", "* alice has joined");
      alice.says("one");
      alice.hears("#1 [alice] one");
    }
  }
}
