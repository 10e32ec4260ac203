package chat.parley.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A thousand clients at once, twice, at a server that has descriptors for a quarter of them. */
final class Knocking implements Attack {
  private static final int DESCRIPTORS = 256;
  private static final int CLIENTS = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private record Knocker(Connection connection, Hearing hearing) {
    boolean isIn() {
      return hearing.isWelcomed();
    }

    boolean isTurnedAway() {
      return connection.isEndedByServer() && !hearing.lastNotice().isEmpty();
    }
  }

  @Override
  public String title() {
    return "1,000 clients knock twice on a server with 256 descriptors";
  }

  @Override
  public ServerProcess.Options server() {
    return ServerProcess.Options.USUAL.with(DESCRIPTORS);
  }

  @Override
  public void warmUp(Scene scene) throws IOException {
    scene.crowd("early", 50);
  }

  @Override
  public String run(Scene scene) throws IOException {
    long in = 0;
    long told = 0;
    for (int wave = 0; wave < 2; wave++) {
      List<Knocker> knockers = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        knockers.add(knock(scene, "knocker" + wave + "n" + i));
      }
      Waiting.atMost(
          PATIENCE, () -> knockers.stream().allMatch(each -> each.isIn() || each.isTurnedAway()));
      long inNow = knockers.stream().filter(Knocker::isIn).count();
      long toldNow = knockers.stream().filter(each -> !each.isIn() && each.isTurnedAway()).count();
      in += inNow;
      told += toldNow;
      if (inNow + toldNow < CLIENTS) {
        scene.fault(CLIENTS - inNow - toldNow + " knockers were neither let in nor told why not");
      }
      for (int i = 0; i < CLIENTS; i += 2) {
        knockers.get(i).connection().reset();
      }
      scene.everybodyGoes();
      scene.lobby().await(Scene.PAIR);
    }
    scene.crowd("late", 1);
    scene.everybodyGoes();
    return String.format(
        Locale.ROOT, "%,d let in, %,d told in a line that there is no room for them", in, told);
  }

  private static Knocker knock(Scene scene, String name) throws IOException {
    Connection connection = scene.connect(scene.server().lines());
    Hearing hearing = scene.listens(connection);
    try {
      connection.send(name + "\n");
    } catch (IOException e) {
      // It has been turned away already.
    }
    return new Knocker(connection, hearing);
  }
}
