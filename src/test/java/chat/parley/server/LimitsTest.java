package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What parley.limits bounds, docs/protocol.md, over real sockets. */
class LimitsTest {

  TestServer server(String... assignments) {
    return new TestServer(assignments);
  }

  private static String[] numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "line " + i).toArray(String[]::new);
  }

  private static String[] by(String author, String... lines) {
    return List.of(lines).stream().map(line -> "[" + author + "] " + line).toArray(String[]::new);
  }

  @Test
  void makesWhoSendsTooFastWaitAndLosesNothing() {
    String[] lines = numbered(60);
    try (TestServer server = server("parley.limits.posts-per-second=100", "parley.limits.burst=5");
        TestClient bob = server.joins("bob");
        TestClient alice = server.joins("alice")) {
      bob.hears("* alice has joined");
      long begin = System.nanoTime();
      alice.sends(String.join("\n", lines) + "\n/quit\n");
      bob.hears(by("alice", lines));
      // 60 lines less the 4 that her name has left of the burst, a hundredth of a second each.
      assertThat(System.nanoTime() - begin).isGreaterThan(500_000_000);
      alice.hearsTheEnd();
      bob.hears("* alice has left");
    }
  }

  @Test
  void saysWhatAFloodingClientSentBeforeItEndedItsSide() {
    String[] lines = numbered(30);
    try (TestServer server = server("parley.limits.posts-per-second=100", "parley.limits.burst=1");
        TestClient bob = server.joins("bob");
        TestClient alice = server.joins("alice")) {
      bob.hears("* alice has joined");
      alice.sends(String.join("\n", lines));
      alice.endsItsSide();
      bob.hears(by("alice", lines));
      bob.hears("* alice has left");
    }
  }

  @Test
  void othersDoNotWaitForWhoIsHeldBack() {
    try (TestServer server = server("parley.limits.posts-per-second=1", "parley.limits.burst=3");
        TestClient bob = server.joins("bob");
        TestClient alice = server.joins("alice")) {
      bob.hears("* alice has joined");
      alice.sends("one\ntwo\nthree\nfour\n".repeat(100));
      bob.hears("[alice] one", "[alice] two");
      bob.says("slowly");
      alice.hears("[bob] slowly");
    }
  }

  @Test
  void disconnectsWhoSendsTooFastWhenItIsToldTo() {
    try (TestServer server =
            server(
                "parley.limits.posts-per-second=1",
                "parley.limits.burst=10",
                "parley.limits.too-fast=disconnect");
        TestClient bob = server.joins("bob");
        TestClient alice = server.joins("alice")) {
      bob.hears("* alice has joined");
      alice.sends("/nothing\n" + String.join("\n", numbered(50)) + "\n");
      alice.hears("* there is no command /nothing; /help lists them");
      alice.hears("* you send more than 1 lines a second; goodbye");
      alice.hearsTheEnd();
      List<String> heard = new ArrayList<>();
      for (String line = bob.line(); !line.equals("* alice has left"); line = bob.line()) {
        heard.add(line);
      }
      // Ten less her name and the command, and one more for each second that the test runs.
      assertThat(heard).hasSizeBetween(8, 30).containsExactly(by("alice", numbered(heard.size())));
    }
  }

  @Test
  void sendsAwayWhoGivesNoName() {
    try (TestServer server = server("parley.limits.name-within=3 s");
        TestClient alice = server.joins("alice");
        TestClient silent = server.connects()) {
      silent.sends("half a na");
      silent.hears(
          "* Welcome to parley! What is your name?",
          "* you have given no name within 3 s; goodbye");
      silent.hearsTheEnd();
      alice.hasHeardNothingElse();
    }
  }

  @Test
  void asksWhoIsSilentAndThenEnds() {
    try (TestServer server = server("parley.limits.idle=200 ms");
        TestClient alice = server.joins("alice")) {
      alice.hears(
          "* are you still there? send something within 100 ms or you will be disconnected");
      alice.hears("* you have sent nothing for 200 ms; goodbye");
      alice.hearsTheEnd();
    }
  }

  @Test
  void staysWithWhoAnswers() {
    try (TestServer server = server("parley.limits.idle=4 s");
        TestClient alice = server.joins("alice")) {
      alice.hearsLineStarting("* are you still there?");
      alice.hasHeardNothingElse();
      // Asked again, not disconnected.
      alice.hearsLineStarting("* are you still there?");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP GET / HTTP/1.1\r\nHost: parley.example\r\n\r\n",
        "SSH SSH-2.0-OpenSSH_9.2\r\n",
        "TLS \u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001"
      })
  void tellsWhoSpeaksAnotherProtocolWhatThisIs(String protocolAndBytes) {
    String[] parts = protocolAndBytes.split(" ", 2);
    try (TestServer server = server();
        TestClient stranger = server.connects()) {
      stranger.hearsLineStarting("* Welcome");
      stranger.sends(parts[1]);
      stranger.hears(
          "* this is a chat of plain lines of text and does not speak "
              + parts[0]
              + "; connect with parley chat or nc");
      stranger.hearsTheEnd();
    }
  }

  @Test
  void boundsNamesAsItIsTold() {
    try (TestServer server = server("parley.limits.max-name=16");
        TestClient alice = server.joins("a".repeat(16));
        TestClient other = server.connects()) {
      alice.says("/nick " + "b".repeat(17));
      alice.hearsLineStarting("* a name is 1 to 16 letters and digits");
      alice.says("/join " + "b".repeat(17));
      alice.hearsLineStarting("* a room is 1 to 16 letters");
      other.hearsLineStarting("* Welcome");
      other.says("c".repeat(17));
      other.hearsLineStarting("* a name is 1 to 16 letters and digits");
      other.hearsTheEnd();
    }
  }
}
