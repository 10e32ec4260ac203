package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whom somebody does not want to hear, docs/protocol.md, over real sockets. */
class IgnoringTest {

  @Test
  void keepsWhatSomebodySaysFromWhoDoesNotWantToHearIt() {
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob");
        TestClient carol = server.joins("carol")) {
      alice.hears("* bob has joined", "* carol has joined");
      bob.hears("* carol has joined");
      alice.says("/ignore BOB");
      alice.hears("* you hear nothing more from BOB; /unignore BOB ends that");
      bob.sends("hello\n/me waves\n/msg alice psst\n");
      bob.hears("* you tell alice: psst");
      carol.hears("[bob] hello", "[bob] * waves");
      carol.says("here");
      alice.hears("[carol] here");
      alice.says("/history");
      alice.hears("* nothing older is kept");
      assertThat(alice.line()).endsWith(" [carol] here");
      alice.says("/ignore");
      alice.hears("* you do not hear bob");
      alice.says("/unignore bob");
      alice.hears("* you hear bob again");
      bob.says("back");
      alice.hears("[bob] back");
    }
  }

  @Test
  void holdsUnderAnotherNameInAnotherRoomAndOnAnotherConnection() {
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice")) {
      try (TestClient bob = server.joins("bob")) {
        alice.hears("* bob has joined");
        alice.says("/ignore bob");
        alice.hearsLineStarting("* you hear nothing more from bob");
        bob.sends("/nick rob\nhello\n");
        bob.hears("* you are now called rob");
        alice.hears("* bob is now called rob");
        alice.says("/join cellar");
        alice.hears("* you are in cellar with nobody else");
        bob.hears("* alice has left");
        bob.sends("/join cellar\nhello again\n/who\n");
        bob.hears("* you are in cellar with alice", "* 2 in cellar: alice, rob");
        alice.hears("* rob has joined");
        alice.hasHeardNothingElse();
      }
      alice.hears("* rob has left");
      try (TestClient again = server.joins("rob")) {
        again.sends("/join cellar\nhello once more\n/who\n");
        again.hears("* you are in cellar with alice", "* 2 in cellar: alice, rob");
        alice.hears("* rob has joined");
        alice.hasHeardNothingElse();
      }
    }
  }

  @Test
  void isBounded() {
    try (TestServer server = new TestServer("parley.limits.posts-per-second=0");
        TestClient alice = server.joins("alice")) {
      alice.says("/ignore alice");
      alice.hears("* that is you");
      alice.says("/ignore not a name");
      alice.hears("* not a name is no name");
      alice.says("/unignore bob");
      alice.hears("* you have not ignored bob");
      for (int i = 0; i < 100; i++) {
        alice.says("/ignore n" + i);
        alice.hearsLineStarting("* you hear nothing more from n" + i + ";");
      }
      alice.says("/ignore one");
      alice.hears("* you do not hear 100 people already; /unignore NAME hears one again");
    }
  }
}
