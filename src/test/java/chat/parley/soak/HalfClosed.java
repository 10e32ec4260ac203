package chat.parley.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that end their side and then neither read nor go: 100 that have spoken, 100 that never
 * gave a name, and 100 for whom more waits than their socket takes. They are still there, on their
 * side, when the server's descriptors are counted.
 */
final class HalfClosed implements Attack {
  private static final int OF_EACH = 100;
  private static final int RECEIVE_BUFFER = 4 * 1024;

  /** Half a megabyte of answers: more than the system keeps, less than the server does. */
  private static final String REQUESTS = "/help\n".repeat(1_000);

  @Override
  public String title() {
    return "300 clients half-close and never go";
  }

  @Override
  public ServerProcess.Options server() {
    return ServerProcess.Options.USUAL.and(Limits.OFF_FOR_FLOODS);
  }

  @Override
  public void warmUp(Scene scene) throws IOException {
    halfClose(scene, "early");
  }

  @Override
  public String run(Scene scene) throws IOException {
    halfClose(scene, "ghost");
    return "the server has let go of all of them while they stayed";
  }

  private static void halfClose(Scene scene, String name) throws IOException {
    List<Connection> clients = new ArrayList<>();
    for (int i = 0; i < OF_EACH; i++) {
      Connection speaker = scene.comes(name + "a" + i);
      speaker.send("hello\n");
      clients.add(speaker);
      clients.add(scene.connect(scene.server().lines()));
      Connection asking = scene.comes(name + "b" + i, RECEIVE_BUFFER);
      asking.send(REQUESTS);
      clients.add(asking);
    }
    for (Connection client : clients) {
      client.endOwnSide();
    }
    scene.lobby().await(Scene.PAIR);
  }
}
