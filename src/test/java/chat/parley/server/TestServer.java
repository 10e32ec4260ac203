package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.config.Settings;
import chat.parley.listener.ListenerAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A whole server of its own on free ports, with a listener for lines and a raw listener. */
public final class TestServer implements AutoCloseable {
  /** The children of listeners have names that they did not choose. */
  private static final Pattern SESSION = Pattern.compile("-> \\$\\S+ LocalActorRef .*ActorAdapter");

  private static final Pattern CONNECTION = Pattern.compile("TcpIncomingConnection");

  private final Server server;

  /**
   * @param assignments settings other than the defaults, each {@code KEY=VALUE}
   */
  public TestServer(String... assignments) {
    this(List.of("lines:0", "raw:0"), assignments);
  }

  private TestServer(List<String> listeners, String... assignments) {
    server = Server.start(settings(listeners, assignments));
  }

  /**
   * A server whose listener for lines speaks TLS; what is set for lines listeners is set for it.
   */
  public static TestServer secured(String... assignments) {
    return new TestServer(
        List.of("tls:0", "raw:0"),
        Stream.concat(TestTls.settings().stream(), Stream.of(assignments))
            .map(each -> each.replace("parley.lines.", "parley.tls."))
            .toArray(String[]::new));
  }

  public static Settings settings(List<String> listeners, String... assignments) {
    return Settings.of(listeners, List.of(assignments), List.of());
  }

  public ListenerAddress lines() {
    return server.listeners().get(0);
  }

  public ListenerAddress raw() {
    return server.listeners().get(1);
  }

  /** A client without a name. */
  public TestClient connects() {
    return new TestClient(lines());
  }

  public TestClient joins(String name) {
    return TestClient.named(name, lines());
  }

  /** A client without a name, of a server that was full a moment ago. */
  public TestClient connectsWhenThereIsRoom() {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < deadline) {
      TestClient client = connects();
      if (client.line().startsWith("* Welcome")) {
        return client;
      }
      client.close();
    }
    throw new AssertionError("the server is still full");
  }

  /** As {@link #joins}, of a server that was full a moment ago. */
  public TestClient joinsWhenThereIsRoom(String name) {
    TestClient client = connectsWhenThereIsRoom();
    client.says(name);
    client.hearsLineStarting("* you are in ");
    return client;
  }

  /** A raw client that is in the room, which {@code witness} has been told. */
  public TestClient connectsRaw(TestClient witness) {
    TestClient raw = new TestClient(raw());
    witness.hearsLineStarting("* guest");
    return raw;
  }

  /** There are, or will be soon, just so many sessions and open connections. */
  public void hasSessions(int expected) {
    long patience = System.nanoTime() + 20_000_000_000L;
    while (!hasNow(expected) && System.nanoTime() < patience) {
      LockSupport.parkNanos(5_000_000);
    }
    assertThat(hasNow(expected)).as("%d sessions in%n%s", expected, server.actors()).isTrue();
  }

  private boolean hasNow(int expected) {
    String actors = server.actors();
    return SESSION.matcher(actors).results().count() == expected
        && CONNECTION.matcher(actors).results().count() == expected;
  }

  @Override
  public void close() {
    server.close();
  }
}
