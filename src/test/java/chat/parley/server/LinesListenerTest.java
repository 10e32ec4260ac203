package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the lines listener, docs/protocol.md, over real sockets. */
class LinesListenerTest {

  TestServer server(String... assignments) {
    return new TestServer(assignments);
  }

  @Test
  void asksForANameAndListsWhoIsThere() {
    try (TestServer server = server();
        TestClient alice = server.connects()) {
      alice.hears("* Welcome to parley! What is your name?");
      alice.says("alice");
      alice.hears("* you are in lobby with nobody else");
      try (TestClient bob = server.connects()) {
        bob.hearsLineStarting("* ");
        bob.says("bob");
        bob.hears("* you are in lobby with alice");
        alice.hears("* bob has joined");
        try (TestClient ming = server.connects()) {
          ming.hearsLineStarting("* ");
          ming.says("小明");
          ming.hears("* you are in lobby with alice, bob");
        }
        alice.hears("* 小明 has joined", "* 小明 has left");
      }
      alice.hears("* bob has left");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "x;y", "_", "abcdefghijklmnopqrstuvwxyz1234567"})
  void sendsAwayWhoGivesAnIllegalNameAndTellsNobody(String illegal) {
    try (TestServer server = server();
        TestClient alice = server.joins("alice");
        TestClient other = server.connects()) {
      other.hearsLineStarting("* ");
      other.says(illegal + "\nthis comes too late");
      other.hearsLineStarting("* a name is 1 to 32 letters and digits");
      other.hearsTheEnd();
      alice.hasHeardNothingElse();
    }
  }

  @Test
  void asksAgainWhenANameIsTakenWhateverItsCase() {
    try (TestServer server = server();
        TestClient alice = server.joins("alice");
        TestClient other = server.connects()) {
      other.hearsLineStarting("* ");
      other.says("ALICE");
      other.hears("* ALICE is taken; another name?");
      other.says("alicia");
      other.hears("* you are in lobby with alice");
      alice.hears("* alicia has joined");
    }
  }

  @Test
  void freesANameWhenItsOwnerLeaves() {
    try (TestServer server = server();
        TestClient bob = server.joins("bob")) {
      server.joins("alice").close();
      bob.hears("* alice has joined", "* alice has left");
      server.joins("alice").close();
      bob.hears("* alice has joined", "* alice has left");
    }
  }

  @Test
  void keepsTheRoomFromWhoHasNoName() {
    try (TestServer server = server();
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob");
        TestClient nobody = server.connects()) {
      nobody.hearsLineStarting("* ");
      alice.hears("* bob has joined");
      alice.says("hello");
      bob.hears("[alice] hello");
      nobody.endsItsSide();
      nobody.hearsTheEnd();
      alice.hasHeardNothingElse();
    }
  }

  @Test
  void passesEachLineToTheOthersAndNeverBack() {
    try (TestServer server = server();
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob");
        TestClient carol = server.joins("carol")) {
      alice.hears("* bob has joined", "* carol has joined");
      bob.hears("* carol has joined");
      alice.sends("one\r\ntwo\n\nthree");
      alice.sends(" and a half\n");
      for (TestClient other : List.of(bob, carol)) {
        other.hears("[alice] one", "[alice] two", "[alice] three and a half");
      }
      alice.hasHeardNothingElse();
    }
  }

  @Test
  void showsAllMembersTheSamePostsInTheSameOrder() {
    int posts = 200;
    try (TestServer server = server();
        TestClient listener = server.joins("listener");
        TestClient other = server.joins("other");
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      listener.hears("* other has joined", "* alice has joined", "* bob has joined");
      other.hears("* alice has joined", "* bob has joined");
      for (int i = 0; i < posts; i++) {
        alice.says("a" + i);
        bob.says("b" + i);
      }
      List<String> heard = new ArrayList<>();
      for (int i = 0; i < 2 * posts; i++) {
        heard.add(listener.line());
        other.hears(heard.get(i));
      }
      for (String author : List.of("alice", "bob")) {
        String start = "[" + author + "] " + author.charAt(0);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
          expected.add(start + i);
        }
        assertThat(heard).filteredOn(line -> line.startsWith(start)).isEqualTo(expected);
      }
    }
  }

  @Test
  void dropsControlCharactersAndMendsMalformedText() {
    try (TestServer server = server();
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      alice.sends(new byte[] {'a', 27, '[', '3', '1', 'm', 0, '\t', (byte) 0xFF, 'z', 127, '\n'});
      bob.hears("[alice] a[31m\t\uFFFDz");
    }
  }

  @Test
  void refusesALineThatIsTooLongAndLivesOn() {
    try (TestServer server = server();
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      alice.hears("* bob has joined");
      alice.says("x".repeat(8193));
      alice.hears("* that line was over 8192 bytes and has not been sent");
      alice.says("y".repeat(8192));
      bob.hears("[alice] " + "y".repeat(8192));
    }
  }

  @Test
  void answersAClientThatEndsItsSideAtOnce() {
    try (TestServer server = server();
        TestClient alice = server.joins("alice");
        TestClient bob = server.connects()) {
      bob.sends("bob\nhi\nand no newline");
      bob.endsItsSide();
      assertThat(bob.hearsToTheEnd())
          .isEqualTo("* Welcome to parley! What is your name?\n* you are in lobby with alice\n");
      alice.hears("* bob has joined", "[bob] hi", "[bob] and no newline", "* bob has left");
    }
  }

  /** Its kernel resets the connection as soon as we write to it. */
  @Test
  void saysWhatWasSentByAClientThatDoesNotWaitForAnAnswer() {
    try (TestServer server = server();
        TestClient alice = server.joins("alice")) {
      for (int i = 0; i < 20; i++) {
        TestClient bob = server.connects();
        bob.hearsLineStarting("* Welcome");
        String name = "bob" + i;
        bob.sends(name + "\nhi\n");
        bob.close();
        alice.hears("* " + name + " has joined", "[" + name + "] hi", "* " + name + " has left");
      }
    }
  }

  @Test
  void saysOnceThatAKilledClientHasLeft() {
    try (TestServer server = server();
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      alice.hears("* bob has joined");
      bob.sends("half a li");
      bob.isKilled();
      alice.hears("* bob has left");
      alice.hasHeardNothingElse();
    }
  }

  @Test
  void sumsUpPresenceInACrowd() {
    try (TestServer server = server("parley.room.presence-limit=2");
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      alice.hears("* bob has joined");
      TestClient dave = server.connects();
      dave.hearsLineStarting("* ");
      TestClient carol = server.joins("carol");
      dave.says("dave");
      dave.hears("* you are in lobby with alice, bob and 1 more");
      alice.hears("* 2 joined; 4 are here");
      bob.hears("* 2 joined; 4 are here");
      carol.close();
      dave.close();
      bob.hearsLineStarting("* 2 left; 2 are here");
    }
  }

  @Test
  void replaysTheLastPostsToWhoeverJoins() {
    try (TestServer server = server("parley.room.replay=2");
        TestClient alice = server.joins("alice")) {
      alice.sends("one\ntwo\nthree\n/history\n");
      alice.hears("* nothing older is kept");
      for (String said : List.of("one", "two", "three")) {
        assertThat(alice.line()).matches("\\* \\d\\d:\\d\\d:\\d\\d \\[alice\\] " + said);
      }
      try (TestClient bob = server.joins("bob")) {
        assertThat(bob.line()).endsWith(" [alice] two");
        assertThat(bob.line()).endsWith(" [alice] three");
      }
    }
  }

  @Test
  void servesManyWhoJoinAtOnce() {
    int people = 300;
    try (TestServer server = server()) {
      List<TestClient> clients = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        TestClient client = server.connects();
        client.says("n" + i);
        clients.add(client);
      }
      for (TestClient client : clients) {
        client.hearsLineStarting("* Welcome");
        client.hearsLineStarting("* you are in lobby");
      }
      clients.get(0).says("hello all");
      for (TestClient client : clients.subList(1, people)) {
        client.hearsAmong("* ", "[n0] hello all");
      }
      clients.forEach(TestClient::close);
    }
  }
}
