package chat.parley.server;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to people who are away, over real sockets. */
class WaitingMessagesTest {
  private static final String TIME = "(\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d:\\d\\d";

  @TempDir private Path folder;

  private static void registersAndLeaves(ConfiguredServer server, String name) {
    try (TestClient client = server.joins(name)) {
      client.says("/register honey");
      client.hearsLineStarting("* " + name + " is registered; ");
    }
  }

  /** Comes in under a registered name. */
  private static TestClient comesBack(ConfiguredServer server, String name) {
    TestClient client = server.connects();
    client.hears("* Welcome to parley! What is your name?");
    client.says(name);
    client.hears("* " + name + " is a registered name; what is its password?");
    client.says("honey");
    client.hearsLineStarting("* you are in lobby with ");
    return client;
  }

  private static void leaves(TestClient sender, String to, String text) {
    sender.says("/msg " + to + " " + text);
    sender.hearsSometime("\\* " + to + " is away and will get it");
  }

  /** What waited has come before the name service answers this. */
  private static void hasNoMoreMessages(TestClient client) {
    client.says("/ignore");
    client.hears("* you hear everybody");
  }

  @Test
  void areHeardOnceAtTheNextLoginAlsoOfAServerStartedAgain() {
    try (ConfiguredServer server = new ConfiguredServer(folder)) {
      registersAndLeaves(server, "bob");
      try (TestClient alice = server.joins("alice")) {
        leaves(alice, "bob", "are you\u001b[31m there?");
        try (TestClient bob = comesBack(server, "bob")) {
          bob.hearsInAnyOrder("\\* " + TIME + " alice tells you: are you\\[31m there\\?");
          hasNoMoreMessages(bob);
        }
        alice.hearsSometime("\\* bob has left");
        leaves(alice, "bob", "and now?");
      }
      server.restart();
      try (TestClient bob = comesBack(server, "bob")) {
        bob.hearsInAnyOrder("\\* " + TIME + " alice tells you: and now\\?");
        bob.says("/nick rob");
        bob.hears("* you are now called rob");
        leaves(bob, "bob", "a note for me");
        bob.says("/login bob honey");
        bob.hears("* you are now called bob");
        bob.hearsInAnyOrder("\\* " + TIME + " rob tells you: a note for me");
      }
      server.restart();
      try (TestClient bob = comesBack(server, "bob")) {
        hasNoMoreMessages(bob);
      }
    }
  }

  @Test
  void areNoMoreThanMayWaitAndNoneFromTheMuted() {
    try (ConfiguredServer server =
            new ConfiguredServer(folder, "parley.limits.messages-per-receiver = 1");
        TestClient olga = server.operates("olga")) {
      registersAndLeaves(server, "bob");
      try (TestClient alice = server.joins("alice")) {
        leaves(alice, "bob", "one");
        alice.says("/msg bob two");
        alice.hears(
            "* bob is away and does not get it: a message waits for them already; try again when"
                + " they have been here");
        olga.says("/mute alice");
        alice.hearsLineStarting("* you are muted");
        alice.says("/msg bob three");
        alice.hearsLineStarting("* you are muted");
      }
    }
  }

  @Test
  void areNoneWhereNoneMayWait() {
    try (ConfiguredServer server =
        new ConfiguredServer(folder, "parley.limits.messages-in-all = 0")) {
      registersAndLeaves(server, "bob");
      try (TestClient alice = server.joins("alice")) {
        alice.says("/msg bob hello");
        alice.hears("* there is nobody called bob");
      }
    }
  }
}
