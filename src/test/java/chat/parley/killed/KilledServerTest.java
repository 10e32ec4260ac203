package chat.parley.killed;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What anybody has seen is in the history after {@code kill -9}, whenever that comes. */
@Timeout(900)
class KilledServerTest {
  private static final long SEED = System.nanoTime();

  @TempDir private Path folder;

  private void kills(int times, boolean relaxed) throws IOException {
    Kills kills = new Kills(folder.resolve("parley-data"), relaxed, SEED);
    for (int i = 0; i < times; i++) {
      kills.killOne();
    }
  }

  @Test
  void hasKeptEveryPostThatWasSeenOnceAndInOrder() throws IOException {
    kills(5, false);
  }

  @Test
  void hasOtherEpochsWherePostsAreSeenBeforeTheyAreKept() throws IOException {
    kills(2, true);
  }
}
