package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of those who do not read, docs/protocol.md, over real sockets. */
class SlowReadersTest {
  private static final String FLOOD = "parley.limits.posts-per-second=0";
  private static final String SMALL = "parley.session.max-waiting-bytes=512 KiB";
  private static final String LARGE = "parley.session.max-waiting-bytes=64 MiB";
  private static final String PATIENT = "parley.session.linger=20 s";

  /** How many lines are posted together: fewer bytes than those who read may have waiting. */
  private static final int BURST = 50;

  /**
   * After how many bursts whoever does not read must have been found out; some 10 MB are enough.
   */
  private static final int MAX_BURSTS = 200;

  private static final String PADDING = "x".repeat(8000);

  /** How many lines have been posted. */
  private int posted;

  TestServer server(String... assignments) {
    return new TestServer(assignments);
  }

  private void postsABurst(TestClient author) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < BURST; i++) {
      lines.append(posted++).append(' ').append(PADDING).append('\n');
    }
    author.sends(lines.toString());
  }

  /** Posts until the list of who is here, or what else {@code author} hears, is as expected. */
  private void postsUntil(TestClient author, Predicate<String> expected) {
    String heard = "";
    for (int i = 0; i < MAX_BURSTS && !expected.test(heard); i++) {
      postsABurst(author);
      author.says("/who");
      heard = author.line();
    }
    assertThat(heard).matches(expected);
  }

  private void postsMoreThanAnySocketHolds(TestClient author) {
    for (int i = 0; i < 25; i++) {
      postsABurst(author);
    }
  }

  private static String post(int number) {
    return "[alice] " + number + " " + PADDING;
  }

  /** Reads posts, each the next one, until something else comes, which it returns. */
  private static String readsPosts(TestClient reader, int first) {
    int next = first;
    String line = reader.line();
    while (line.equals(post(next))) {
      next++;
      line = reader.line();
    }
    return next + ":" + line;
  }

  /** Asks again and again until the answer is as expected. */
  private static void awaitAnswer(TestClient asking, String question, Predicate<String> expected) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    String answer;
    do {
      asking.says(question);
      answer = asking.line();
    } while (!expected.test(answer) && System.nanoTime() < end);
    assertThat(answer).matches(expected);
  }

  @Test
  void tellsASlowReaderHowManyMessagesItMissedWhereTheyAreMissing() {
    try (TestServer server = server(FLOOD, SMALL);
        TestClient alice = server.joins("alice");
        TestClient bob = TestClient.slow("bob", server.lines())) {
      alice.hears("* bob has joined");
      postsUntil(alice, "* 2 in lobby: alice, bob (behind)"::equals);
      postsABurst(alice);
      alice.hasHeardNothingElse();

      String[] gap = readsPosts(bob, 0).split(":", 2);
      int missed = posted - Integer.parseInt(gap[0]);
      assertThat(missed).isGreaterThan(BURST);
      assertThat(gap[1]).isEqualTo("* " + missed + " messages skipped");

      alice.says("and now?");
      bob.hears("[alice] and now?");
      awaitAnswer(alice, "/who", "* 2 in lobby: alice, bob"::equals);
    }
  }

  @Test
  void tellsAReaderThatIsTooSlowSoAndDisconnectsIt() {
    try (TestServer server = server(FLOOD, SMALL, PATIENT, "parley.lines.slow=disconnect");
        TestClient alice = server.joins("alice");
        TestClient bob = TestClient.slow("bob", server.lines())) {
      alice.hears("* bob has joined");
      postsUntil(alice, "* bob has left"::equals);
      assertThat(readsPosts(bob, 0)).endsWith(":* you read too slowly; goodbye");
      bob.hearsTheEnd();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"skip", "disconnect"})
  void tellsAReaderThatReadsNothingSoAndDisconnectsIt(String slow) {
    try (TestServer server =
            server(
                FLOOD,
                LARGE,
                PATIENT,
                "parley.session.stuck-after=300 ms",
                "parley.lines.slow=" + slow);
        TestClient alice = server.joins("alice");
        TestClient bob = TestClient.slow("bob", server.lines())) {
      alice.hears("* bob has joined");
      postsMoreThanAnySocketHolds(alice);
      awaitAnswer(alice, "/who", "* bob has left"::equals);
      assertThat(readsPosts(bob, 0)).endsWith(":* you have read nothing for too long; goodbye");
      bob.hearsTheEnd();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"skip", "disconnect"})
  void cutsAReaderOffThatDoesNotEvenReadItsLastWords(String slow) {
    try (TestServer server =
            server(
                FLOOD,
                SMALL,
                "parley.session.stuck-after=100 ms",
                "parley.session.linger=100 ms",
                "parley.lines.slow=" + slow);
        TestClient alice = server.joins("alice");
        TestClient bob = TestClient.slow("bob", server.lines())) {
      alice.hears("* bob has joined");
      postsMoreThanAnySocketHolds(alice);
      awaitAnswer(alice, "/who", "* bob has left"::equals);
      server.hasSessions(1);
      bob.isCutOff();
    }
  }

  @Test
  void keepsEverythingInOrderForThoseWhoRead() {
    try (TestServer server = server(FLOOD, SMALL);
        TestClient alice = server.joins("alice")) {
      List<TestClient> reading = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        reading.add(server.joins("reader" + i));
      }
      List<TestClient> stuck = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        stuck.add(TestClient.slow("stuck" + i, server.lines()));
      }
      alice.hearsAmong("* ", "* stuck9 has joined");
      String present = "";
      for (int i = 0; i < MAX_BURSTS && behind(present) < stuck.size(); i++) {
        int first = posted;
        postsABurst(alice);
        for (TestClient reader : reading) {
          for (int number = first; number < posted; number++) {
            reader.hearsAmong("* ", post(number));
          }
        }
        alice.says("/who");
        present = alice.line();
      }
      assertThat(present).contains("alice, reader0", "reader19, stuck0 (behind)");
      assertThat(behind(present)).isEqualTo(stuck.size());
      stuck.forEach(TestClient::isKilled);
      reading.forEach(TestClient::close);
    }
  }

  private static int behind(String present) {
    return present.split("\\(behind\\)", -1).length - 1;
  }
}
