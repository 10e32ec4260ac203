package chat.parley.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Two thousand members, of whom a thousand are killed at once. */
final class HalfKilled implements Attack {
  private static final int MEMBERS = 2_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public String title() {
    return "1,000 of 2,000 members killed at once";
  }

  @Override
  public void warmUp(Scene scene) throws IOException {
    kill(scene, scene.crowd("early", MEMBERS));
  }

  @Override
  public String run(Scene scene) throws IOException {
    List<Scene.Member> members = scene.crowd("member", MEMBERS);
    Waiting.pass(Duration.ofSeconds(2));
    long start = System.nanoTime();
    kill(scene, members);
    long millis = (System.nanoTime() - start) / 1_000_000;
    Waiting.pass(Duration.ofSeconds(2));
    long said = scene.pair().said();
    Waiting.until(
        "those who were left have heard everything",
        PATIENCE,
        () ->
            members.subList(MEMBERS / 2, MEMBERS).stream()
                .allMatch(each -> WellBehavedPair.isHeardBy(each.hearing(), said)));
    scene.everybodyGoes();
    return String.format(
        Locale.ROOT, "all 1,000 had left after %,d ms; the others heard everything", millis);
  }

  private static void kill(Scene scene, List<Scene.Member> members) {
    members.subList(0, MEMBERS / 2).forEach(each -> each.connection().reset());
    scene.lobby().await(Scene.PAIR + MEMBERS / 2);
  }
}
