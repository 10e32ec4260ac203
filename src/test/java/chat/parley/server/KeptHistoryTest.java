package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.patience.Wait;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server that keeps what is said still knows of it later, over real sockets. */
class KeptHistoryTest {
  private static final String TIME = "\\d\\d:\\d\\d:\\d\\d ";
  private static final String NOTHING_OLDER = "* nothing older is kept";

  @TempDir private Path folder;

  private static void hearsPast(TestClient client, String... posts) {
    for (String post : posts) {
      assertThat(client.line()).matches("\\* " + TIME + "\\Q" + post + "\\E");
    }
  }

  /** Says these, and waits until they are kept. */
  private static void says(TestClient client, String... lines) {
    client.sends(String.join("\n", lines) + "\n");
    client.hasHeardNothingElse();
  }

  /** So that numbers are shown from now on. */
  private static TestClient numbering(TestClient client) {
    client.says("/numbers on");
    client.hearsLineStarting("* posts are shown with their numbers");
    return client;
  }

  @Test
  void goesOnWhereItWasAfterARestart() {
    try (ConfiguredServer server = new ConfiguredServer(folder)) {
      try (TestClient alice = server.joins("alice")) {
        alice.says("/topic bees");
        alice.hears("* you set the topic: bees");
        says(alice, "one", "/me waves");
      }
      server.restart();
      try (TestClient bob = server.joins("bob");
          TestClient alice = server.joins("alice")) {
        bob.hears("* topic: bees", "* alice has joined");
        bob.says("/history");
        bob.hears(NOTHING_OLDER);
        hearsPast(bob, "[alice] one", "[alice] * waves");
        bob.says("/history since #2");
        hearsPast(bob, "[alice] * waves");
        bob.says("/history before #2");
        bob.hears(NOTHING_OLDER);
        hearsPast(bob, "[alice] one");
        numbering(bob);
        alice.hears("* topic: bees");
        alice.says("three");
        bob.hears("#3 [alice] three");
      }
    }
  }

  @Test
  void goesOnWhereItWasInARoomThatWasEmpty() {
    try (ConfiguredServer server = new ConfiguredServer(folder);
        TestClient bob = server.joins("bob")) {
      try (TestClient alice = server.joins("alice")) {
        bob.hears("* alice has joined");
        alice.says("/join den");
        alice.hearsLineStarting("* you are in den");
        bob.hears("* alice has left");
        alice.says("/topic bees");
        alice.hears("* you set the topic: bees");
        says(alice, "one");
        alice.says("/join lobby");
        alice.hearsLineStarting("* you are in lobby");
        bob.hears("* alice has joined");
      }
      bob.hears("* alice has left");
      bob.says("/history Den 1");
      hearsPast(bob, "[alice] one");
      bob.sends("/join den\n/numbers on\ntwo\n/history 5\n");
      bob.hears("* you are in den with nobody else", "* topic: bees");
      bob.hearsLineStarting("* posts are shown with their numbers");
      bob.hears(NOTHING_OLDER);
      assertThat(bob.line()).matches("\\* #1 " + TIME + "\\[alice\\] one");
      assertThat(bob.line()).matches("\\* #2 " + TIME + "\\[bob\\] two");
    }
  }

  @Test
  void isSearched() {
    try (ConfiguredServer server = new ConfiguredServer(folder, "parley.history.per-search = 2");
        TestClient alice = server.joins("alice")) {
      says(alice, "我说你好世界", "Un Café noir", "black coffee", "coffee black", "x", "coffee");
      finds(alice, "你好", "[alice] 我说你好世界");
      finds(alice, "CAFE", "[alice] Un Café noir");
      finds(alice, "\"black coffee\"", "[alice] black coffee");
      finds(alice, "from:alice noir", "[alice] Un Café noir");
      alice.says("/search from:bob noir");
      alice.hears("* nothing is found in lobby");
      finds(alice, "coffee", "[alice] coffee", "[alice] coffee black");
      alice.hears("* older: /search more");
      finds(alice, "more", "[alice] black coffee");
      alice.says("/search more");
      alice.hears("* nothing more is found in lobby");
    }
  }

  private static void finds(TestClient client, String words, String... posts) {
    client.says("/search " + words);
    hearsPast(client, posts);
  }

  @Test
  void forgetsWhatIsDeleted() {
    try (ConfiguredServer server = new ConfiguredServer(folder);
        TestClient bob = server.joins("bob")) {
      says(bob, "before", "a secret", "after");
      // Once it is in the index, and once more when it has been started again.
      bob.says("/search secret");
      hearsPast(bob, "[bob] a secret");
      bob.says("/delete #2");
      bob.hears("* #2 is deleted");
      isGone(bob);
      server.restart();
      try (TestClient carol = server.joins("carol")) {
        isGone(carol);
      }
    }
  }

  private static void isGone(TestClient client) {
    client.says("/history");
    client.hears(NOTHING_OLDER);
    hearsPast(client, "[bob] before", "[bob] (deleted by bob)", "[bob] after");
    client.says("/search secret");
    client.hears("* nothing is found in lobby");
  }

  @Test
  void endsAtAnEdgeThatMovesWhileMoreIsSaid() {
    int kept = 100;
    try (ConfiguredServer server =
        new ConfiguredServer(folder, "parley.history.max-posts = " + kept)) {
      floods(server, 1, 2000);
      // It looks for what is too much when it starts, and then every minute.
      server.restart();
      floods(server, 2001, 4000);
      try (TestClient bob = numbering(server.joins("bob"))) {
        Wait.until("the first posts to be deleted", () -> firstKept(bob) > 2000 - kept);
        long first = firstKept(bob);
        bob.says("/history before #" + (first + 1));
        bob.hears(NOTHING_OLDER);
        assertThat(bob.line()).endsWith(" [alice] line " + first);
      }
    }
  }

  /** Alice says so many numbered lines, which are heard with their numbers. */
  private static void floods(ConfiguredServer server, int from, int to) {
    try (TestClient bob = numbering(server.joins("bob"));
        TestClient alice = server.joins("alice")) {
      bob.hears("* alice has joined");
      StringBuilder lines = new StringBuilder();
      for (int i = from; i <= to; i++) {
        lines.append("line ").append(i).append('\n');
      }
      alice.sends(lines.toString());
      for (int i = from; i <= to; i++) {
        bob.hears("#" + i + " [alice] line " + i);
      }
    }
  }

  private static long firstKept(TestClient client) {
    client.says("/history since #1 1");
    String line = client.line();
    if (line.equals(NOTHING_OLDER)) {
      line = client.line();
    }
    client.hearsLineStarting("* newer: /history since #");
    Matcher numbered = Pattern.compile("\\* #(\\d+) .*").matcher(line);
    assertThat(numbered.matches()).as(line).isTrue();
    return Long.parseLong(numbered.group(1));
  }

  @Test
  void hasWhatWasSeenBeforeItWasKept() {
    try (ConfiguredServer server =
        new ConfiguredServer(folder, "parley.history.durability = relaxed")) {
      try (TestClient alice = server.joins("alice")) {
        says(alice, "one", "two");
        alice.says("/history");
        alice.hears(NOTHING_OLDER);
        hearsPast(alice, "[alice] one", "[alice] two");
      }
      server.restart();
      try (TestClient alice = numbering(server.joins("alice"))) {
        alice.sends("three\n/history 2\n");
        alice.hears("* older: /history before #2");
        assertThat(alice.line()).matches("\\* #2 " + TIME + "\\[alice\\] two");
        assertThat(alice.line()).matches("\\* #3 " + TIME + "\\[alice\\] three");
      }
    }
  }

  @Test
  void hasWhatBotsAndRawGuestsSayAndNotWhatGatesRefuse() {
    try (ConfiguredServer server =
        new ConfiguredServer(
            folder,
            "parley.listeners = [\"lines:0\", \"raw:0\"]",
            "parley.rooms.lobby.extensions ="
                + " [dice, { name = word-filter, words = [wasps], when = refuse }]")) {
      try (TestClient alice = server.joins("alice");
          TestClient raw = new TestClient(server.listeners().get(1))) {
        alice.hearsLineStarting("* guest");
        alice.says("wasps");
        alice.hearsLineStarting("* not said: ");
        raw.sends("two\nlines");
        alice.hearsSometime("\\[guest.*\\] lines");
        alice.says("!roll 1d1");
        alice.hearsSometime("\\[dice\\] .*");
      }
      server.restart();
      try (TestClient bob = server.joins("bob")) {
        bob.says("/history");
        bob.hears(NOTHING_OLDER);
        assertThat(bob.line()).matches("\\* " + TIME + "\\[guest\\d*\\] two lines");
        hearsPast(bob, "[alice] !roll 1d1");
        assertThat(bob.line()).contains(" [dice] ");
        bob.hasHeardNothingElse();
      }
    }
  }

  @Test
  void isNotForWhoMayNotEnterALockedRoom() {
    try (ConfiguredServer server = new ConfiguredServer(folder);
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      alice.sends("/join den\nin here\n/lock\n");
      alice.hearsSometime("\\* den is locked.*");
      bob.hears("* alice has left");
      bob.says("/history den");
      bob.hears("* den is locked; only who is invited comes in");
    }
  }
}
