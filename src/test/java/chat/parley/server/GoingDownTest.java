package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.config.Settings;
import chat.parley.extension.Extension;
import chat.parley.extension.Gate;
import chat.parley.extension.GateExtension;
import chat.parley.listener.ListenerAddress;
import chat.parley.patience.Wait;
import com.typesafe.config.Config;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

/** How a server goes down while people talk, or do not listen. */
class GoingDownTest {

  /** Has the first post wait, and tells when it does. */
  private static final class Waiting implements GateExtension {
    final CountDownLatch asked = new CountDownLatch(1);
    private final Duration time;

    Waiting(Duration time) {
      this.time = time;
    }

    @Override
    public String name() {
      return "waiting";
    }

    @Override
    public Behavior<Gate.Question> gate(Config settings) {
      return Behaviors.receiveMessage(
          question -> {
            if (question instanceof Gate.Consider && asked.getCount() > 0) {
              question.replyTo().tell(new Gate.Delay(time));
              asked.countDown();
            } else {
              question.replyTo().tell(new Gate.Pass());
            }
            return Behaviors.same();
          });
    }
  }

  /** Blocks its thread on the first post, and tells when it does. */
  private record Blocking(CountDownLatch blocked, CountDownLatch released)
      implements GateExtension {
    Blocking() {
      this(new CountDownLatch(1), new CountDownLatch(1));
    }

    @Override
    public String name() {
      return "blocking";
    }

    @Override
    public Behavior<Gate.Question> gate(Config settings) {
      return Behaviors.receiveMessage(
          question -> {
            if (question instanceof Gate.Consider post && post.content().text().equals("block")) {
              blocked.countDown();
              assertThat(released.await(5, TimeUnit.MINUTES)).isTrue();
            }
            question.replyTo().tell(new Gate.Pass());
            return Behaviors.same();
          });
    }
  }

  /** The listeners that people come through. */
  String listener() {
    return "lines:0";
  }

  private Server server(Waiting gate, String... assignments) {
    List<String> all = new ArrayList<>(List.of(assignments));
    all.add("parley.rooms.lobby.extensions=[waiting]");
    return server(all, List.of(gate));
  }

  private Server server(List<String> assignments, List<Extension> extensions) {
    List<String> all = new ArrayList<>(TestTls.settings());
    all.addAll(assignments);
    return Server.start(Settings.of(List.of(listener(), listener()), all, extensions));
  }

  private static void says(TestClient client, String text, Waiting gate) {
    client.sends(text);
    Wait.forLatch("a question for the gate", gate.asked);
  }

  @Test
  void firstPassesOnWhatHasBeenSaid() {
    Server server =
        Server.start(
            TestServer.settings(
                List.of("lines:0", "lines:0"),
                "parley.limits.posts-per-second=1",
                "parley.limits.burst=5",
                "parley.go-down-within=60 s"));
    CompletableFuture<Void> closing;
    try (TestClient alice = TestClient.named("alice", server.listeners().get(0));
        TestClient bob = TestClient.named("bob", server.listeners().get(1))) {
      alice.hears("* bob has joined");
      // More than come out of a chunk at once, and most of it waits for its turn.
      bob.sends("words\n".repeat(2500) + "/me waves\n");
      alice.hears("[bob] words");
      closing = CompletableFuture.runAsync(server::close);
      for (int i = 1; i < 2500; i++) {
        alice.hears("[bob] words");
      }
      alice.hears("[bob] * waves", "* the server is going down");
      alice.hearsTheEnd();
      bob.hears("* the server is going down");
    }
    Wait.forResult("the end of the server", closing);
  }

  @Test
  void doesNotWaitForeverForAGate() {
    Waiting gate = new Waiting(Duration.ofHours(1));
    Server server = server(gate, "parley.go-down-within=1 s");
    try (TestClient alice = TestClient.named("alice", server.listeners().get(0))) {
      says(alice, "wait for me\n", gate);
      CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
      alice.hears("* the server is going down");
      alice.hearsTheEnd();
      Wait.forResult("the end of the server", closing);
    }
  }

  @Test
  void cutsOffWhoDoesNotListenAndFreesItsPorts() throws IOException {
    Server server =
        server(
            List.of(
                "parley.session.linger=1 h",
                "parley.limits.posts-per-second=0",
                "parley.go-down-within=2 s"),
            List.of());
    ListenerAddress listener = server.listeners().get(0);
    try (TestClient stuck = TestClient.named("stuck", listener);
        TestClient alice = TestClient.named("alice", listener)) {
      String line = "x".repeat(8000) + "\n";
      for (int i = 0; i < 1500; i++) {
        alice.sends(line);
      }
      alice.hasHeardNothingElse();
      server.close();
      alice.hears("* the server is going down");
      assertThat(stuck.hearsLineStarting("* alice has joined")).isNotEmpty();
      new ServerSocket(listener.port(), 1, InetAddress.getByName(listener.host())).close();
    }
  }

  @Test
  void isDownInTimeAlthoughNobodyReadsAndAnExtensionBlocks() {
    Duration within = Duration.ofSeconds(3);
    Blocking gate = new Blocking();
    Server server =
        server(
            List.of(
                "parley.go-down-within=" + within.toSeconds() + " s",
                "parley.session.linger=1 h",
                "parley.extension.answer-within=1 h",
                "parley.limits.posts-per-second=0",
                "parley.rooms.lobby.extensions=[blocking]"),
            List.of(gate));
    List<TestClient> stuck = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      stuck.add(TestClient.slow("stuck" + i, server.listeners().get(0)));
    }
    try (TestClient alice = TestClient.named("alice", server.listeners().get(1))) {
      alice.sends(("x".repeat(8000) + "\n").repeat(100));
      alice.says("/nothing");
      alice.hearsAmong("* ", "* there is no command /nothing; /help lists them");
      alice.says("block");
      Wait.forLatch("a post that blocks the gate", gate.blocked());
      long begin = System.nanoTime();
      Wait.forResult("the end of the server", CompletableFuture.runAsync(server::close));
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .as("the time that it took to go down, of which connections may have eight tenths")
          .isBetween(within.multipliedBy(8).dividedBy(10), within.multipliedBy(3));
    } finally {
      gate.released().countDown();
      stuck.forEach(TestClient::close);
    }
  }
}
