package chat.parley.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sessions that throw: 300 at once, three times, by what the {@link Saboteur} tells them. */
final class ThrowingSessions implements Attack {
  private static final int SESSIONS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path extensions;

  ThrowingSessions() throws IOException {
    this.extensions = Saboteur.jar(ServerProcess.FOLDER.resolve("extensions"));
  }

  @Override
  public String title() {
    return "3 × 300 sessions throw an exception";
  }

  @Override
  public ServerProcess.Options server() {
    return ServerProcess.Options.USUAL.and(
        List.of(
            "--extensions",
            extensions.toString(),
            "--set",
            "parley.rooms.lobby.extensions=[" + Saboteur.NAME + "]"));
  }

  @Override
  public boolean causesErrors() {
    return true;
  }

  @Override
  public void warmUp(Scene scene) throws IOException {
    sabotage(scene, "early");
  }

  @Override
  public String run(Scene scene) throws IOException {
    for (int i = 0; i < 3; i++) {
      sabotage(scene, "agent" + i);
    }
    int errors = scene.server().errors().size();
    if (errors < 3 * SESSIONS) {
      scene.fault("the log names only " + errors + " errors");
    }
    return "each ended, with an error in the log, and nobody else's did";
  }

  private static void sabotage(Scene scene, String agent) throws IOException {
    List<Connection> guests = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      Connection guest = scene.connect(scene.server().raw());
      scene.reader().read(guest, Reader.NOBODY);
      guests.add(guest);
    }
    scene.lobby().await(Scene.PAIR + SESSIONS);
    Connection speaker = scene.comes(agent);
    speaker.send(Saboteur.SIGNAL + "\n");
    Waiting.until(
        "all who threw are disconnected",
        PATIENCE,
        () -> guests.stream().allMatch(Connection::isEndedByServer));
    if (speaker.isEndedByServer()) {
      scene.fault("a session that did not throw has ended");
    }
    scene.everybodyGoes();
  }
}
