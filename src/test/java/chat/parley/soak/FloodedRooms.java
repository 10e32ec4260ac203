package chat.parley.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * Twenty people who flood a room each, as fast as the server reads them, while the pair talks in
 * another: it must not notice.
 */
final class FloodedRooms implements Attack {
  private static final int ROOMS = 20;
  private static final Duration FLOOD = Duration.ofSeconds(30);
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration P99_AT_MOST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofMillis(500);
  private static final byte[] LINE = NumberedPost.bytes("y".repeat(8000) + "\n");

  @Override
  public String title() {
    return "20 other rooms flooded for half a minute";
  }

  @Override
  public ServerProcess.Options server() {
    return ServerProcess.Options.USUAL.and(Limits.OFF_FOR_FLOODS);
  }

  @Override
  public void warmUp(Scene scene) throws IOException {
    flood(scene, "early", WARM_UP);
  }

  @Override
  public String run(Scene scene) throws IOException {
    long lines = flood(scene, "flooder", FLOOD);
    Duration p99 = scene.pair().pause(99);
    Duration longest = scene.pair().longestPause();
    if (p99.compareTo(P99_AT_MOST) > 0 || longest.compareTo(LONGEST) > 0) {
      scene.fault(
          String.format(
              Locale.ROOT,
              "the pair waited %d ms (p99), %d ms at most",
              p99.toMillis(),
              longest.toMillis()));
    }
    return String.format(
        Locale.ROOT,
        "%,d lines of 8,000 bytes a second; the pair waited %.1f ms (p50), %.1f ms (p99)",
        lines / FLOOD.toSeconds(),
        scene.pair().pause(50).toNanos() / 1e6,
        p99.toNanos() / 1e6);
  }

  private static long flood(Scene scene, String name, Duration time) throws IOException {
    List<Thread> threads = new ArrayList<>();
    LongAdder lines = new LongAdder();
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; i < ROOMS; i++) {
      Connection connection = scene.comes(name + i);
      connection.send("/join flooded" + i + "\n");
      Thread thread = new Thread(() -> flood(scene, connection, lines, end), "soak-" + name + i);
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    try {
      for (Thread thread : threads) {
        thread.join(time.plusSeconds(60).toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    scene.everybodyGoes();
    return lines.sum();
  }

  private static void flood(Scene scene, Connection connection, LongAdder lines, long end) {
    try {
      while (System.nanoTime() < end) {
        connection.send(LINE);
        lines.increment();
      }
    } catch (IOException e) {
      scene.fault("a flooder: " + e.getMessage());
    }
  }
}
