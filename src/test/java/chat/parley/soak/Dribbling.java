package chat.parley.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * For a minute: 200 clients that send one byte at a time and never a newline, half of them without
 * a name, 20 that send bytes without a newline as fast as they can, and 20 whose name is a megabyte
 * long.
 */
final class Dribbling implements Attack {
  private static final int DRIBBLERS = 200;
  private static final int POURERS = 20;
  private static final int POURED = 16 * 1024;
  private static final int LONG_NAMES = 20;
  private static final int LONG_NAME = 1 << 20;
  private static final Duration TIME = Duration.ofMinutes(1);
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration BETWEEN_BYTES = Duration.ofMillis(20);

  @Override
  public String title() {
    return "bytes without a newline, one at a time or many, for a minute";
  }

  @Override
  public ServerProcess.Options server() {
    return ServerProcess.Options.USUAL.and(Limits.OFF_FOR_FLOODS);
  }

  @Override
  public void warmUp(Scene scene) throws IOException {
    dribble(scene, "early", WARM_UP);
  }

  @Override
  public String run(Scene scene) throws IOException {
    return dribble(scene, "dribbler", TIME);
  }

  private static String dribble(Scene scene, String name, Duration time) throws IOException {
    List<Connection> dribblers = new ArrayList<>();
    for (int i = 0; i < DRIBBLERS; i++) {
      boolean named = i % 2 == 0;
      Connection each = named ? scene.comes(name + i) : scene.connect(scene.server().lines());
      scene.reader().read(each, Reader.NOBODY);
      dribblers.add(each);
    }
    List<Connection> pourers = new ArrayList<>();
    for (int i = 0; i < POURERS; i++) {
      Connection pourer = scene.comes("pourer" + name + i);
      scene.reader().read(pourer, Reader.NOBODY);
      pourers.add(pourer);
    }
    sendLongNames(scene);
    long start = System.nanoTime();
    long single = 0;
    long poured = 0;
    while (System.nanoTime() - start < time.toNanos()) {
      single += sendToAll(dribblers, filled(1));
      poured += sendToAll(pourers, filled(POURED));
      Waiting.pass(BETWEEN_BYTES);
    }
    scene.everybodyGoes();
    return String.format(
        Locale.ROOT,
        "%,d bytes one at a time; %,d MB without a newline",
        single,
        poured / 1_000_000);
  }

  private static void sendLongNames(Scene scene) throws IOException {
    for (int i = 0; i < LONG_NAMES; i++) {
      Connection connection = scene.connect(scene.server().lines());
      scene.reader().read(connection, Reader.NOBODY);
      try {
        connection.send(filled(LONG_NAME));
      } catch (IOException e) {
        // It has been disconnected, as it should be.
      }
    }
  }

  private static byte[] filled(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 'x');
    return bytes;
  }

  /**
   * @return how many bytes were taken
   */
  private static long sendToAll(List<Connection> connections, byte[] bytes) {
    long sent = 0;
    for (Connection connection : connections) {
      try {
        sent += connection.trySend(bytes);
      } catch (IOException e) {
        // The server has had enough of it.
      }
    }
    return sent;
  }
}
