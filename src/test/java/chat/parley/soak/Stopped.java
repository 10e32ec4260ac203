package chat.parley.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The server's process is stopped for ten seconds, while people talk, come and go; then goes on.
 */
final class Stopped implements Attack {
  private static final int MEMBERS = 200;
  private static final int COMERS = 100;
  private static final int LEAVERS = 50;
  private static final Duration STOP = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public String title() {
    return "the process stopped (SIGSTOP) for ten seconds, and continued";
  }

  @Override
  public void warmUp(Scene scene) throws IOException, InterruptedException {
    stop(scene, "early", Duration.ofSeconds(1));
  }

  @Override
  public String run(Scene scene) throws IOException, InterruptedException {
    long behind = stop(scene, "member", STOP);
    return String.format(
        Locale.ROOT, "everybody was served and had heard everything %,d ms later", behind);
  }

  private static long stop(Scene scene, String name, Duration time)
      throws IOException, InterruptedException {
    List<Scene.Member> members = new ArrayList<>(scene.crowd(name, MEMBERS));
    scene.server().signal("STOP");
    try {
      for (int i = 0; i < COMERS; i++) {
        Connection comer = scene.comes(name + "later" + i);
        scene.reader().read(comer, Reader.NOBODY);
      }
      members.subList(0, LEAVERS).forEach(each -> each.connection().close());
      Waiting.pass(time);
    } finally {
      scene.server().signal("CONT");
    }
    long start = System.nanoTime();
    long said = scene.pair().said();
    scene.lobby().await(Scene.PAIR + MEMBERS + COMERS - LEAVERS);
    Waiting.until(
        "everybody has heard everything",
        PATIENCE,
        () ->
            members.subList(LEAVERS, MEMBERS).stream()
                .allMatch(each -> WellBehavedPair.isHeardBy(each.hearing(), said)));
    long millis = (System.nanoTime() - start) / 1_000_000;
    scene.everybodyGoes();
    return millis;
  }
}
