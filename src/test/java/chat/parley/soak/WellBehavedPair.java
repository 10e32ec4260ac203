package chat.parley.soak;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Two people who talk to each other in the lobby while others misbehave: 25 numbered posts a second
 * each. What one says the other must hear, all of it and in order.
 */
final class WellBehavedPair implements AutoCloseable {
  private static final List<String> NAMES = List.of("alice", "bob");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long BETWEEN_POSTS_NANOS = 40_000_000;

  private final Counts counts;
  private final Reader reader;
  private final Connection[] connections = new Connection[2];
  private final Hearing[] hearings = {new Hearing(), new Hearing()};
  private final Thread talking = new Thread(this::talk, "soak-pair");
  private volatile boolean silent = true;
  private volatile boolean stopping;
  private volatile IOException failed;

  /** How many posts each has sent; written by the talking thread alone. */
  private volatile long said;

  WellBehavedPair(InetSocketAddress server, Counts counts) throws IOException {
    this.counts = counts;
    this.reader = new Reader("pair");
    for (int i = 0; i < 2; i++) {
      connections[i] = Connection.open(server, counts);
      connections[i].send(NAMES.get(i) + "\n");
      Hearing hearing = hearings[i];
      reader.read(connections[i], hearing);
      Waiting.until(
          "the pair is in", PATIENCE, () -> hearing.lastNotice().startsWith("* you are in"));
    }
    talking.setDaemon(true);
    talking.start();
  }

  private void talk() {
    long due = System.nanoTime();
    while (!stopping) {
      if (silent) {
        due = System.nanoTime();
      } else {
        sayOneEach();
        due += BETWEEN_POSTS_NANOS;
      }
      LockSupport.parkNanos(silent ? BETWEEN_POSTS_NANOS : due - System.nanoTime());
    }
  }

  private synchronized void sayOneEach() {
    if (silent) {
      return;
    }
    try {
      for (Connection connection : connections) {
        connection.send(NumberedPost.timed(said + 1, System.nanoTime()));
        counts.sent.increment();
      }
      said++;
    } catch (IOException e) {
      failed = e;
      silent = true;
    }
  }

  /** Begins to talk, and to count. */
  void begin() {
    for (Hearing hearing : hearings) {
      hearing.begin();
    }
    silent = false;
  }

  /** Says no more, and waits until everything has been heard. */
  void end() {
    synchronized (this) {
      silent = true;
    }
    if (failed == null) {
      Waiting.atMost(PATIENCE, () -> missingAtTheEnd() == 0);
    }
  }

  private long missingAtTheEnd() {
    return 2 * said - hearings[0].last(NAMES.get(1)) - hearings[1].last(NAMES.get(0));
  }

  /** How many posts, of the pair and of others that number theirs, one of the two has heard. */
  long delivered() {
    return hearings[0].posts() + hearings[1].posts();
  }

  long lost() {
    return hearings[0].lost() + hearings[1].lost() + missingAtTheEnd();
  }

  long skipped() {
    return hearings[0].skipped() + hearings[1].skipped();
  }

  /** The number of the last posts that both have sent. */
  long said() {
    return said;
  }

  /** Whether {@code hearing} has heard the posts {@code number} of both, or later ones. */
  static boolean isHeardBy(Hearing hearing, long number) {
    return NAMES.stream().allMatch(name -> hearing.last(name) >= number);
  }

  /** Whether both have heard post {@code number} of {@code author}. */
  boolean hasHeard(String author, long number) {
    return hearings[0].last(author) >= number && hearings[1].last(author) >= number;
  }

  Duration longestPause() {
    return Duration.ofNanos(Math.max(hearings[0].oldestNanos(), hearings[1].oldestNanos()));
  }

  /** How long {@code percent} of the posts took at most, for the one of the two who waited more. */
  Duration pause(double percent) {
    return Duration.ofNanos(Math.max(hearings[0].ageNanos(percent), hearings[1].ageNanos(percent)));
  }

  /** What went wrong; null for nothing. */
  String fault() {
    for (int i = 0; i < 2; i++) {
      if (connections[i].isEndedByServer()) {
        return NAMES.get(i) + " was disconnected (" + hearings[i].lastNotice() + ")";
      }
      if (hearings[i].fault() != null) {
        return NAMES.get(i) + " heard " + hearings[i].fault();
      }
    }
    return failed == null ? null : failed.toString();
  }

  @Override
  public void close() {
    silent = true;
    stopping = true;
    for (Connection connection : connections) {
      connection.close();
    }
    reader.close();
  }
}
