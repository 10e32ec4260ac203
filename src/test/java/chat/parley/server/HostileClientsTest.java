package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Clients that do what they should not, over real sockets. Meanwhile alice and bob talk and hear
 * each other; in the end nothing is left of anybody else.
 */
class HostileClientsTest {
  private static final int MEGABYTE = 1 << 20;

  private final TestServer server =
      new TestServer("parley.room.presence-limit=0", "parley.limits.posts-per-second=0");
  private final TestClient alice = server.joins("alice");
  private final TestClient bob = server.joins("bob");
  private int said;

  @AfterEach
  void endsWithNothingLeft() {
    talk();
    server.hasSessions(2);
    alice.close();
    bob.close();
    server.hasSessions(0);
    server.close();
  }

  /**
   * Both say something and hear the other; besides, the server may tell them who comes and goes.
   */
  private void talk() {
    said++;
    alice.says("how are you " + said);
    bob.hearsAmong("* ", "[alice] how are you " + said);
    bob.says("fine " + said);
    alice.hearsAmong("* ", "[bob] fine " + said);
  }

  /** Both read up to {@code last}; before it come only lines of its author and the server's. */
  private void bothHearUpTo(String author, String last) {
    for (TestClient each : List.of(alice, bob)) {
      String line = each.line();
      while (!line.equals("[" + author + "] " + last)) {
        assertThat(line).matches("(\\* |\\[" + author + "\\] )[\\P{Cc}\\t]*");
        line = each.line();
      }
    }
  }

  @Test
  void bytesThatNeverEndALine() {
    String megabyte = "x".repeat(MEGABYTE);
    try (TestClient eve = server.joins("eve")) {
      for (int i = 0; i < 16; i++) {
        eve.sends(megabyte);
        talk();
      }
      eve.hearsAmong("[", "* that line was over 8192 bytes and has not been sent");
      eve.sends("\nat last\n");
      bothHearUpTo("eve", "at last");
    }
  }

  @Test
  void aNameOfAMegabyte() {
    try (TestClient eve = server.connects()) {
      eve.hearsLineStarting("* Welcome");
      eve.sends("x".repeat(MEGABYTE) + "\n");
      eve.hearsLineStarting("* a name is 1 to 32 letters and digits");
      eve.hearsTheEnd();
    }
  }

  @Test
  void oneByteAtATime() {
    try (TestClient eve = server.connects()) {
      for (String part : List.of("ev", "e\n/me wai", "ts\nso slow\n")) {
        talk();
        for (byte each : part.getBytes(StandardCharsets.UTF_8)) {
          eve.sends(new byte[] {each});
        }
      }
      bothHearUpTo("eve", "so slow");
    }
  }

  @Test
  void everyByteInTheFirstPlace() {
    for (int b = 0; b < 256; b++) {
      try (TestClient eve = server.connects()) {
        eve.hearsLineStarting("* Welcome");
        eve.sends(new byte[] {(byte) b, '\n'});
        boolean isName = b < 128 && Character.isLetterOrDigit(b);
        eve.hearsLineStarting(isName ? "* you are in lobby" : "* a name is 1 to 32");
      }
    }
  }

  @Test
  void bytesAtRandomToALinesListener() {
    try (TestClient eve = server.joins("eve")) {
      eve.sends(noise());
      eve.sends("\nenough\n");
      bothHearUpTo("eve", "enough");
    }
  }

  @Test
  void bytesAtRandomToARawListener() {
    try (TestClient eve = new TestClient(server.raw());
        TestClient listener = new TestClient(server.raw())) {
      areInTheLobby(4);
      byte[] noise = noise();
      eve.sends(noise);
      listener.hearsBytes(noise);
      eve.sends("\nenough\n");
      bothHearUpTo("guest1", "enough");
      alice.says("quiet please");
      listener.hearsBytes("\nenough\nquiet please\n".getBytes(StandardCharsets.UTF_8));
      bob.hearsAmong("* ", "[alice] quiet please");
    }
  }

  private void areInTheLobby(int people) {
    String who;
    do {
      alice.says("/who");
      who = alice.hearsSometime("\\* \\d+ in lobby: .*");
    } while (!who.startsWith("* " + people + " "));
  }

  private static byte[] noise() {
    byte[] noise = new byte[MEGABYTE / 8];
    new Random(1).nextBytes(noise);
    return noise;
  }

  @Test
  @Timeout(180)
  void tenThousandJoinsAndLeavesInARow() {
    for (int i = 0; i < 10_000; i++) {
      TestClient eve = server.connects();
      eve.says("eve" + i);
      if (i % 4 == 0) {
        eve.hearsLineStarting("* Welcome");
        eve.hearsLineStarting("* you are in lobby with ");
        eve.says("/quit");
        eve.hearsToTheEnd();
      } else if (i % 4 == 1) {
        eve.isKilled();
      }
      eve.close();
      if (i % 500 == 0) {
        talk();
      }
    }
  }
}
