package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How programs get exactly what they missed of a room that is kept, over real sockets. */
class ResumingTest {
  private static final Pattern SYNC = Pattern.compile("\\* sync lobby (\\S+) (\\d+) (\\S+)");

  @TempDir private Path folder;

  /** What a program is told about where it is. */
  private record Place(String epoch, long number, String how) {}

  private static Place place(TestClient program) {
    Matcher sync = SYNC.matcher(program.hearsSometime("\\* sync .*"));
    assertThat(sync.matches()).isTrue();
    return new Place(sync.group(1), Long.parseLong(sync.group(2)), sync.group(3));
  }

  private static TestClient asks(ConfiguredServer server, String name, String sync) {
    TestClient program = server.connects();
    program.sends("/sync" + sync + "\n" + name + "\n");
    return program;
  }

  private static void hearsPast(TestClient program, long from, long to) {
    for (long number = from; number <= to; number++) {
      assertThat(program.line()).matches("\\* #" + number + " \\S+Z \\[alice\\] line " + number);
    }
  }

  private static void floods(TestClient client, int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i <= to; i++) {
      lines.append("line ").append(i).append('\n');
    }
    client.sends(lines.toString());
  }

  private static void says(TestClient client, int from, int to) {
    floods(client, from, to);
    client.hasHeardNothingElse();
  }

  @Test
  void getsWhatWasMissedAndNothingElseAlsoAfterARestart() {
    try (ConfiguredServer server = new ConfiguredServer(folder)) {
      Place before;
      try (TestClient alice = server.joins("alice")) {
        try (TestClient bob = asks(server, "bob", "")) {
          before = place(bob);
          assertThat(before.number()).isZero();
          assertThat(before.how()).isEqualTo("anew");
          alice.hears("* bob has joined");
          says(alice, 1, 3);
          bob.hears("#1 [alice] line 1", "#2 [alice] line 2", "#3 [alice] line 3");
        }
        alice.hears("* bob has left");
        says(alice, 4, 5);
        try (TestClient again = asks(server, "bob", " lobby " + before.epoch() + " 3")) {
          assertThat(place(again)).isEqualTo(new Place(before.epoch(), 5, "resumed"));
          hearsPast(again, 4, 5);
          alice.hears("* bob has joined");
          says(alice, 6, 6);
          again.hears("#6 [alice] line 6");
        }
      }
      server.restart();
      // Into a room where nobody is, and that remembers nothing yet.
      try (TestClient bob = asks(server, "bob", " lobby " + before.epoch() + " 2")) {
        assertThat(place(bob)).isEqualTo(new Place(before.epoch(), 6, "resumed"));
        hearsPast(bob, 3, 6);
      }
      try (TestClient alice = server.joins("alice")) {
        says(alice, 7, 400);
        try (TestClient bob = asks(server, "bob", " lobby " + before.epoch() + " 6")) {
          assertThat(place(bob)).isEqualTo(new Place(before.epoch(), 400, "resumed"));
          hearsPast(bob, 7, 400);
        }
        alice.hears("* bob has joined", "* bob has left");
        try (TestClient bob = asks(server, "bob", " lobby 0123456789abcdef 6")) {
          assertThat(place(bob).how()).isEqualTo("anew");
          bob.hasHeardNothingElse();
        }
      }
    }
  }

  @Test
  void beginsAnewWhenWhatWasSeenMayBeLost() {
    try (ConfiguredServer server = new ConfiguredServer(folder, "parley.history.keep = 0")) {
      Place before;
      try (TestClient alice = server.joins("alice");
          TestClient bob = asks(server, "bob", "")) {
        before = place(bob);
        alice.hears("* bob has joined");
        alice.says("line 1");
        bob.hears("#1 [alice] line 1");
      }
      server.restart();
      try (TestClient alice = server.joins("alice")) {
        alice.says("line 1");
        alice.hasHeardNothingElse();
        try (TestClient bob = asks(server, "bob", " lobby " + before.epoch() + " 1")) {
          assertThat(place(bob).how()).isEqualTo("anew");
        }
      }
    }
  }

  @Test
  void missesNothingAndHearsNothingTwiceInAFlood() {
    int flood = 4000;
    try (ConfiguredServer server = new ConfiguredServer(folder, "parley.room.replay = 50");
        TestClient alice = server.joins("alice");
        TestClient first = server.joins("first")) {
      alice.hears("* first has joined");
      floods(alice, 1, flood);
      first.hears("[alice] line 1");
      for (int i = 1; i <= 3; i++) {
        try (TestClient bob = asks(server, "bob" + i, "")) {
          Place place = place(bob);
          hearsPast(bob, Math.max(1, place.number() - 49), place.number());
          long number = place.number();
          while (number < flood) {
            String line = bob.line();
            if (!line.startsWith("* ")) {
              number++;
              assertThat(line).isEqualTo("#" + number + " [alice] line " + number);
            }
          }
        }
      }
    }
  }
}
