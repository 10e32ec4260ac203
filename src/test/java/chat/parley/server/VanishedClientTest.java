package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.config.Settings;
import chat.parley.listener.ListenerAddress;
import chat.parley.patience.Child;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A client whose network goes away without a word: it lives in a network of its own (a namespace,
 * joined to this one by two virtual interfaces), whose packets are dropped from a moment on.
 */
class VanishedClientTest {
  private static final long PID = ProcessHandle.current().pid();
  private static final String ID = "parley" + PID % 100_000;

  /** Another one for a run beside this. */
  private static final String NETWORK = "10.213." + PID % 250 + ".";

  private static final String HERE = NETWORK + "1";
  private static final String THERE = NETWORK + "2";

  private Child client;

  @BeforeEach
  void layNetwork() {
    assumeTrue(
        runs("ip", "netns", "add", ID),
        "skipped: needs `ip netns` and the right to make a network namespace (root)");
    assumeTrue(
        runs("ip", "link", "add", ID, "type", "veth", "peer", "name", "there", "netns", ID),
        "skipped: needs virtual network interfaces (veth)");
    run("ip", "address", "add", HERE + "/30", "dev", ID);
    run("ip", "link", "set", ID, "up");
    run("ip", "-n", ID, "address", "add", THERE + "/30", "dev", "there");
    run("ip", "-n", ID, "link", "set", "there", "up");
  }

  @AfterEach
  void removeNetwork() {
    if (client != null) {
      client.close();
    }
    runs("ip", "netns", "delete", ID);
    runs("ip", "link", "delete", ID);
  }

  @Test
  void hasLeftWhenTcpHasAskedItInVain() throws Exception {
    hasLeftAfterItsNetworkHasGone(alice -> {});
  }

  @Test
  void hasLeftAlsoWhenSomethingIsOnItsWayToIt() throws Exception {
    hasLeftAfterItsNetworkHasGone(alice -> alice.says("are you still there?"));
  }

  private void hasLeftAfterItsNetworkHasGone(Consumer<TestClient> then) throws IOException {
    Settings settings =
        TestServer.settings(List.of("lines:" + HERE + ":0"), "parley.session.keep-alive=1 s");
    try (Server server = Server.start(settings);
        TestClient alice = TestClient.named("alice", server.listeners().get(0))) {
      bobComes(server.listeners().get(0));
      alice.hearsLineStarting("* bob has joined");

      run("ip", "-n", ID, "route", "add", "blackhole", HERE);
      then.accept(alice);

      alice.hearsLineStarting("* bob has left");
      assertThat(client.isRunning()).as("bob's client has not noticed").isTrue();
    }
  }

  private void bobComes(ListenerAddress listener) throws IOException {
    String talk = "exec 3<>/dev/tcp/" + HERE + "/" + listener.port() + "; echo bob >&3; sleep 100";
    client =
        Child.start(
            "bob\'s client", new ProcessBuilder("ip", "netns", "exec", ID, "bash", "-c", talk));
  }

  private static void run(String... command) {
    assertThat(runs(command)).as(String.join(" ", command)).isTrue();
  }

  private static boolean runs(String... command) {
    try (Child program =
        Child.start(
            String.join(" ", command), new ProcessBuilder(command).redirectErrorStream(true))) {
      return program.end() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }
}
