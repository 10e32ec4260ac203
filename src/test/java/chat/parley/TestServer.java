package chat.parley;

import chat.parley.door.DoorAddress;
import java.util.List;

/** A whole server of its own on free ports, with a lines and a raw door. */
final class TestServer implements AutoCloseable {
  private final Server server;

  /**
   * @param assignments settings other than the defaults, each {@code KEY=VALUE}
   */
  TestServer(String... assignments) {
    server = Server.start(settings(List.of("lines:0", "raw:0"), assignments));
  }

  static Settings settings(List<String> doors, String... assignments) {
    return Settings.of(doors, List.of(assignments), List.of());
  }

  DoorAddress lines() {
    return server.doors().get(0);
  }

  DoorAddress raw() {
    return server.doors().get(1);
  }

  /** A client without a name. */
  TestClient connects() {
    return new TestClient(lines());
  }

  TestClient joins(String name) {
    return TestClient.named(name, lines());
  }

  /** A raw client that is in the room, which {@code witness} has been told. */
  TestClient connectsRaw(TestClient witness) {
    TestClient raw = new TestClient(raw());
    witness.hearsLineStarting("* guest");
    return raw;
  }

  @Override
  public void close() {
    server.close();
  }
}
