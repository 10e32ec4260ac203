package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.patience.Child;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said to be kept is there after {@code kill -9}, whenever that comes. */
@Timeout(180)
class KilledServerTest {
  private static final int KILLS = 6;

  @TempDir private Path folder;

  private Path data() {
    return folder.resolve("parley-data");
  }

  /**
   * Runs a server that is killed when it has kept {@code kept} numbers; answers all it has kept.
   */
  private List<Integer> keptUntilKilled(int first, int kept) throws Exception {
    ProcessBuilder builder =
        Child.java(
            WritesUntilKilled.class,
            List.of("-XX:TieredStopAtLevel=1"),
            List.of(data().toString(), Integer.toString(first)));
    List<Integer> numbers = new ArrayList<>();
    try (Child server =
        Child.start("the server", builder.redirectError(ProcessBuilder.Redirect.INHERIT))) {
      for (int i = 0; i < kept; i++) {
        numbers.add(Integer.valueOf(server.output().next()));
      }
      server.kill();
      // It may have printed more before it died.
      server.output().rest().forEach(line -> numbers.add(Integer.valueOf(line)));
    }
    return numbers;
  }

  @Test
  void keepsEverythingItHasSaidToBeKept() throws Exception {
    List<String> names = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      List<Integer> numbers = keptUntilKilled(kill * 100_000, 3 << kill);
      numbers.forEach(number -> names.add("name" + number));
      StoredState kept = load();
      assertThat(kept.registrations())
          .extracting(Registration::name)
          .as("after being killed %d times", kill + 1)
          .containsAll(names);
      // The number and its registration were written together, or one after the other.
      int last = Integer.parseInt(kept.ownerships().get(0).ownerKey());
      assertThat(last)
          .isBetween(numbers.get(numbers.size() - 1), numbers.get(numbers.size() - 1) + 1);
    }
  }

  private StoredState load() {
    try (Store store = Store.open(new StoreLocation.Folder(data()))) {
      return store.load();
    }
  }
}
