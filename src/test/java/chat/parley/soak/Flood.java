package chat.parley.soak;

import chat.parley.patience.Wait;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Three people who post as fast as the server takes it, each post numbered. */
final class Flood implements AutoCloseable {
  private static final int FLOODERS = 3;
  private static final int POSTS_AT_A_TIME = 20;
  private static final String PADDING = "x".repeat(80);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Scene scene;
  private final List<Flooder> flooders = new ArrayList<>();
  private volatile boolean ending;

  private static final class Flooder {
    final String name;
    final Connection connection;
    final AtomicLong sent = new AtomicLong();
    Thread thread;

    Flooder(String name, Connection connection) {
      this.name = name;
      this.connection = connection;
    }
  }

  Flood(Scene scene) throws IOException {
    this.scene = scene;
    String name = "flooder" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + "n";
    for (Scene.Member member : scene.crowd(name, FLOODERS)) {
      flooders.add(new Flooder(name + (flooders.size() + 1), member.connection()));
    }
  }

  void begin() {
    for (Flooder flooder : flooders) {
      flooder.thread = new Thread(() -> flood(flooder), "soak-" + flooder.name);
      flooder.thread.setDaemon(true);
      flooder.thread.start();
    }
  }

  private void flood(Flooder flooder) {
    long number = 0;
    try {
      while (!ending) {
        StringBuilder posts = new StringBuilder();
        for (int i = 0; i < POSTS_AT_A_TIME; i++) {
          NumberedPost.padded(++number, PADDING, posts);
        }
        flooder.connection.send(NumberedPost.bytes(posts));
        flooder.sent.set(number);
        scene.counts().sent.add(POSTS_AT_A_TIME);
      }
    } catch (IOException e) {
      scene.fault(flooder.name + ": " + e.getMessage());
    }
  }

  /**
   * Ends it, and waits until the pair has heard it all.
   *
   * @return how many posts it was
   */
  long end() {
    stop();
    for (Flooder flooder : flooders) {
      if (!Waiting.atMost(PATIENCE, () -> scene.pair().hasHeard(flooder.name, last(flooder)))) {
        scene.fault("the pair has not heard all of " + flooder.name);
      }
    }
    return flooders.stream().mapToLong(Flood::last).sum();
  }

  private static long last(Flooder flooder) {
    return flooder.sent.get();
  }

  private void stop() {
    ending = true;
    for (Flooder flooder : flooders) {
      Wait.forEnd("the end of " + flooder.name, PATIENCE.plus(PATIENCE), flooder.thread);
    }
  }

  @Override
  public void close() {
    stop();
    flooders.forEach(flooder -> flooder.connection.close());
  }
}
