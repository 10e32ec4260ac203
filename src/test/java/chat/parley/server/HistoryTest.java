package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of what was said before, and take back of it, over real sockets. */
class HistoryTest {
  private static final String TIME = "\\d\\d:\\d\\d:\\d\\d ";

  @TempDir private Path folder;

  @Test
  void leadsFromPageToPage() {
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice")) {
      alice.sends("one\ntwo\nthree\nfour\n/history 2\n");
      alice.hears("* older: /history before #3");
      hearsPast(alice, "[alice] three", "[alice] four");
      alice.says("/history before #3 1");
      alice.hears("* older: /history before #2");
      hearsPast(alice, "[alice] two");
      alice.says("/history #1 1");
      hearsPast(alice, "[alice] one");
      alice.hears("* newer: /history since #2");
      alice.says("/history since 1h 1");
      alice.hears("* nothing older is kept");
      hearsPast(alice, "[alice] one");
      alice.hears("* newer: /history since #2");
      alice.says("/history since #9");
      alice.hears("* there is no #9 yet; /history shows the last posts");
      alice.says("/history before yesterday");
      alice.hears("* nothing older is kept");
      alice.says("/history since 2026-02-30");
      alice.hearsLineStarting("* \"2026-02-30\" is not a day that there is; ");
    }
  }

  @Test
  void ofAnotherRoomIsForWhoMayEnterIt() {
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      alice.hears("* bob has joined");
      bob.says("/history Den");
      bob.hears("* there is no room called Den; /rooms lists them");
      alice.sends("/join den\nin here\n");
      alice.hearsLineStarting("* you are in den");
      alice.hasHeardNothingElse(); // so that it is said
      bob.hears("* alice has left");
      bob.says("/history #Den 1");
      hearsPast(bob, "[alice] in here");
      alice.says("/lock");
      alice.hearsLineStarting("* den is locked");
      bob.says("/history den");
      bob.hears("* den is locked; only who is invited comes in");
      bob.hasHeardNothingElse();
      alice.says("/history den 1");
      hearsPast(alice, "[alice] in here");
    }
  }

  @Test
  void showsNumbersToWhoWantsThem() {
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      alice.hears("* bob has joined");
      bob.says("/numbers on");
      bob.hears("* posts are shown with their numbers; /numbers off ends that");
      alice.says("one");
      bob.hears("#1 [alice] one");
      bob.says("/history");
      bob.hears("* nothing older is kept");
      bob.hearsSometime("\\* #1 " + TIME + "\\[alice\\] one");
      bob.says("/numbers off");
      bob.hears("* posts are shown without their numbers");
      alice.says("two");
      bob.hears("[alice] two");
    }
  }

  @Test
  void hasNothingToFindWhenNothingIsKept() {
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice")) {
      alice.says("/search bees");
      alice.hears("* nothing can be found in lobby, as nothing of it is kept");
      alice.says("/search more");
      alice.hears("* nothing has been looked for in lobby; /search WORDS does");
    }
  }

  @Test
  void forgetsWhatIsTakenBack() {
    try (TestServer server = new TestServer();
        TestClient alice = server.joins("alice");
        TestClient bob = server.joins("bob")) {
      alice.hears("* bob has joined");
      bob.says("psst");
      alice.hears("[bob] psst");
      alice.says("/delete #1");
      alice.hears("* #1 is not yours; its author and whose room it is delete it");
      bob.says("/delete 2");
      bob.hears("* there is no #2 in lobby, or not any more; /numbers on shows the numbers");
      bob.says("/delete 1");
      bob.hears("* #1 is deleted");
      alice.hears("* bob deleted #1");
      bob.says("/delete 1");
      bob.hears("* #1 is deleted already");
      alice.says("/history");
      alice.hears("* nothing older is kept");
      hearsPast(alice, "[bob] (deleted by bob)");
    }
  }

  @Test
  void isWrittenDownWhereSomebodyDeletesWhatOthersHaveSaid() throws IOException {
    Path auditLog = folder.resolve("audit.log");
    try (ConfiguredServer server =
            new ConfiguredServer(folder, "parley.audit-log = \"" + auditLog + "\"");
        TestClient olga = server.operates("olga");
        TestClient eve = server.joinsFrom("127.0.0.2", "eve")) {
      olga.hears("* eve has joined");
      eve.sends("one\n/delete #1 mine\ntwo\n");
      olga.hears("[eve] one", "* eve deleted #1", "[eve] two");
      olga.says("/delete #2 not nice");
      olga.hears("* #2 is deleted");
      eve.hears("* #1 is deleted", "* olga deleted #2");
    }
    assertThat(Files.readString(auditLog))
        .contains("in the room lobby: delete #2 of eve: not nice")
        .doesNotContain("#1");
  }

  private static void hearsPast(TestClient client, String... posts) {
    for (String post : posts) {
      assertThat(client.line()).matches("\\* " + TIME + "\\Q" + post + "\\E");
    }
  }
}
