package chat.parley.server;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Lines with nothing in them are no posts, docs/protocol.md, over real sockets. */
class NothingSaidTest {
  private static final String NOTHING =
      "\n\r\n   \n\t\n\u001b\n\u00a0\n\u200b\u2060\n\u202e\n\u3164\n";

  @Test
  void nobodyHearsALineWithNothingInIt() {
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice");
        TestClient carol = server.joins("carol")) {
      alice.hears("* carol has joined");
      carol.sends(NOTHING + "one\n" + NOTHING + "two\n" + NOTHING);
      alice.hears("[carol] one", "[carol] two");
      carol.hasHeardNothingElse();
      alice.says("/history");
      alice.hears("* nothing older is kept");
      alice.hearsLineStarting("* ");
      alice.hearsLineStarting("* ");
      alice.hasHeardNothingElse();
    }
  }

  @Test
  void gatesAreNotAskedAboutIt() {
    try (TestServer server =
            new TestServer(
                "parley.rooms.lobby.extensions=[{name=slow-mode,interval=1h,when=refuse}]");
        TestClient alice = server.joins("alice");
        TestClient carol = server.joins("carol")) {
      alice.hears("* carol has joined");
      carol.sends(NOTHING + "the only one\n" + NOTHING);
      alice.hears("[carol] the only one");
      carol.hasHeardNothingElse();
    }
  }

  @Test
  void aCommandWithNothingToSeeBehindItLacksSomething() {
    try (TestServer server = new TestServer();
        TestClient carol = server.joins("carol")) {
      carol.sends("/me \u200b\n/msg carol \u200b\n/topic \u200b\n");
      carol.hears("* it is written /me DOES", "* it is written /msg NAME TEXT");
      carol.hears("* lobby has no topic; set one with /topic TEXT");
    }
  }

  @Test
  void costsNoneOfWhatMayBeSent() {
    try (TestServer server =
            new TestServer(
                "parley.limits.posts-per-second=1",
                "parley.limits.burst=3",
                "parley.limits.too-fast=disconnect");
        TestClient alice = server.joins("alice");
        TestClient carol = server.joins("carol")) {
      alice.hears("* carol has joined");
      carol.sends("\n".repeat(50) + "one\n" + "\n".repeat(50) + "two\n" + "\n".repeat(50));
      alice.hears("[carol] one", "[carol] two");
      carol.sends("\n".repeat(50));
      carol.sends("three\nfour\nfive\nsix\n");
      carol.hearsLineStarting("* you send more than 1 lines a second; goodbye");
    }
  }

  @Test
  void showsThatSomebodyIsStillThere() {
    try (TestServer server = new TestServer("parley.limits.idle=1 s");
        TestClient carol = server.joins("carol")) {
      carol.hearsLineStarting("* are you still there?");
      carol.says("");
      // Asked again, not disconnected.
      carol.hearsLineStarting("* are you still there?");
    }
  }

  @Test
  void isNoNameAndNoPassword() {
    try (TestServer server = new TestServer();
        TestClient nobody = server.connects()) {
      nobody.hearsLineStarting("* Welcome");
      nobody.says("");
      nobody.hearsLineStarting("* a name is 1 to 32");
      nobody.hearsTheEnd();
    }
  }

  @Test
  void fromARawClientGoesToOthersAsItIs() {
    byte[] bytes = NOTHING.getBytes(StandardCharsets.UTF_8);
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice");
        TestClient one = server.connectsRaw(alice);
        TestClient two = server.connectsRaw(alice)) {
      one.sends(bytes);
      two.hearsBytes(bytes);
      one.sends("hi");
      alice.hears("[guest1] hi");
    }
  }
}
