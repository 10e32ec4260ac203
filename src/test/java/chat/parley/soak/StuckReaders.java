package chat.parley.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Five hundred who read nothing under a flood, for two minutes. They come one after another, so
 * that what waits for each of them is something else. Then they read on.
 */
final class StuckReaders implements Attack {
  private static final int READERS = 500;
  private static final Duration COMING = Duration.ofMinutes(1);
  private static final Duration ALL_STUCK = Duration.ofMinutes(1);
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int RECEIVE_BUFFER = 4 * 1024;

  @Override
  public String title() {
    return "500 stuck readers for two minutes under flood";
  }

  @Override
  public ServerProcess.Options server() {
    return ServerProcess.Options.USUAL.and(Limits.OFF_FOR_FLOODS).and(Limits.OFF_FOR_THE_STUCK);
  }

  @Override
  public void warmUp(Scene scene) throws IOException {
    try (Flood flood = new Flood(scene)) {
      flood.begin();
      for (int i = 0; i < READERS; i++) {
        scene.comes("early" + i, RECEIVE_BUFFER);
      }
      Waiting.pass(WARM_UP);
    }
  }

  @Override
  public String run(Scene scene) throws IOException {
    List<Connection> stuck = new ArrayList<>();
    long flooded;
    try (Flood flood = new Flood(scene)) {
      flood.begin();
      long start = System.nanoTime();
      for (int i = 0; i < READERS; i++) {
        stuck.add(scene.comes("stuck" + i, RECEIVE_BUFFER));
        long due = start + COMING.toNanos() * (i + 1) / READERS;
        Waiting.pass(Duration.ofNanos(due - System.nanoTime()));
      }
      Waiting.pass(ALL_STUCK);
      flooded = flood.end();
    }
    String skipped = readOn(scene, stuck);
    scene.everybodyGoes();
    return String.format(
        Locale.ROOT,
        "a flood of %,d posts/s; %s",
        flooded / COMING.plus(ALL_STUCK).toSeconds(),
        skipped);
  }

  /** They hear what waits for them, how much they have missed, and then everything again. */
  private static String readOn(Scene scene, List<Connection> stuck) {
    List<Hearing> hearings = stuck.stream().map(scene::listens).toList();
    Waiting.pass(Duration.ofSeconds(1));
    long said = scene.pair().said();
    boolean caughtUp =
        Waiting.atMost(
            PATIENCE,
            () -> hearings.stream().allMatch(each -> WellBehavedPair.isHeardBy(each, said)));
    if (!caughtUp) {
      long behind =
          hearings.stream().filter(each -> !WellBehavedPair.isHeardBy(each, said)).count();
      scene.fault(behind + " stuck readers did not catch up when they read on");
    }
    long told = hearings.stream().filter(each -> each.skipped() > 0).count();
    return String.format(Locale.ROOT, "%,d were told how much they had missed, and read on", told);
  }
}
