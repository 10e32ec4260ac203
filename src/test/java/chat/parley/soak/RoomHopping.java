package chat.parley.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Ten who leave a busy room, each for another, and come back, five thousand times each. */
final class RoomHopping implements Attack {
  private static final int MEMBERS = 100;
  private static final int HOPPERS = 10;
  private static final int AT_A_TIME = 50;
  private static final int RETURNS = 5_000;
  private static final int WARM_UP = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final byte[] WELCOME = NumberedPost.bytes("* you are in ");

  @Override
  public String title() {
    return "100,000 joins and leaves by `/join`, of a room of 100";
  }

  @Override
  public ServerProcess.Options server() {
    return ServerProcess.Options.USUAL.and(Limits.OFF_FOR_FLOODS);
  }

  @Override
  public void warmUp(Scene scene) throws IOException {
    hop(scene, WARM_UP, "early");
  }

  @Override
  public String run(Scene scene) throws IOException {
    long rate = hop(scene, RETURNS, "hopper");
    return String.format(Locale.ROOT, "%,d joins and as many leaves of it a second", rate);
  }

  private static long hop(Scene scene, int returns, String name) throws IOException {
    scene.crowd(name + "s", MEMBERS);
    List<Connection> hoppers = new ArrayList<>();
    LongAdder welcomes = new LongAdder();
    for (int i = 0; i < HOPPERS; i++) {
      Connection hopper = scene.comes(name + i);
      hoppers.add(hopper);
      scene.reader().read(hopper, new WelcomeCounter(welcomes));
    }
    long wanted = HOPPERS;
    awaitWelcomes(welcomes, wanted);
    long start = System.nanoTime();
    for (int done = 0; done < returns; done += AT_A_TIME) {
      for (int i = 0; i < HOPPERS; i++) {
        // To a room of its own, so that it is the busy one that has all the coming and going.
        hoppers.get(i).send(("/join hall" + i + "\n/join lobby\n").repeat(AT_A_TIME));
      }
      // One chunk of each is ahead of what the server has answered.
      awaitWelcomes(welcomes, wanted);
      wanted += 2L * HOPPERS * AT_A_TIME;
    }
    awaitWelcomes(welcomes, wanted);
    double seconds = (System.nanoTime() - start) / 1e9;
    scene.everybodyGoes();
    // Every other welcome was to the busy room.
    return Math.round((wanted - HOPPERS) / 2.0 / seconds);
  }

  private static void awaitWelcomes(LongAdder welcomes, long wanted) {
    Waiting.until(wanted + " welcomes", PATIENCE, () -> welcomes.sum() >= wanted);
  }

  /** Counts the lines that welcome somebody to a room. */
  private static final class WelcomeCounter implements Reader.Sink {
    private final LongAdder welcomes;
    private int column;
    private boolean possible = true;

    WelcomeCounter(LongAdder welcomes) {
      this.welcomes = welcomes;
    }

    @Override
    public void take(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        if (bytes[i] == '\n') {
          column = 0;
          possible = true;
          continue;
        }
        possible = possible && column < WELCOME.length && bytes[i] == WELCOME[column];
        column++;
        if (possible && column == WELCOME.length) {
          welcomes.increment();
        }
      }
    }
  }
}
