package chat.parley.killed;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** As {@link KilledServerTest}, often: {@code mvn verify -Psoak}. */
@Timeout(1500)
class KilledServerIT {
  private static final int TIMES = Integer.getInteger("soak.kills", 100);
  private static final long SEED = Long.getLong("soak.seed", System.nanoTime());

  @TempDir private Path folder;

  @Test
  void hasKeptEveryPostThatWasSeenOnceAndInOrder() throws Exception {
    System.out.println("soak.seed=" + SEED);
    Kills kills = new Kills(folder.resolve("parley-data"), false, SEED);
    for (int i = 0; i < TIMES; i++) {
      kills.killOne();
    }
  }
}
