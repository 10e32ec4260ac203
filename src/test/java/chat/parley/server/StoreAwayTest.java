package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.store.PostgresFixture;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A chat whose PostgreSQL is stopped in the middle, and started again. */
@Timeout(180)
class StoreAwayTest {
  private static final String FAILS = "\\* nothing that is said is kept now: .*; /stats shows more";

  @TempDir private Path folder;

  @Test
  void goesOnAndKeepsEverythingWhenTheStoreIsBack() throws IOException {
    Path data = folder.resolve("data");
    EmbeddedPostgres postgres = PostgresFixture.start(data, 0);
    int port = postgres.getPort();
    try (ConfiguredServer server = new ConfiguredServer(folder, store(port));
        TestClient alice = server.operates("alice");
        TestClient bob = server.joins("bob")) {
      alice.hears("* bob has joined");
      bob.says("one");
      alice.hears("[bob] one");
      postgres.close();
      bob.says("two");
      alice.hearsInAnyOrder(FAILS, "\\[bob\\] two");
      bob.says("three");
      alice.hears("[bob] three");
      alice.says("/stats");
      alice.hearsSometime(".*posts that wait to be kept: [12] .*cannot be reached.*");
      alice.hearsLineStarting("* heap ");
      alice.hasHeardNothingElse();
      postgres = PostgresFixture.start(data, port);
      alice.hears("* what is said is kept again; nothing is lost");
      bob.says("four");
      alice.hears("[bob] four");
      bob.hasHeardNothingElse();
      server.restart();
      try (TestClient carol = server.joins("carol")) {
        carol.says("/numbers on");
        carol.hearsLineStarting("* ");
        carol.says("/history");
        carol.hears("* nothing older is kept");
        List<String> history = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          history.add(carol.line().replaceAll("\\d\\d:\\d\\d:\\d\\d ", ""));
        }
        assertThat(history)
            .containsExactly(
                "* #1 [bob] one", "* #2 [bob] two", "* #3 [bob] three", "* #4 [bob] four");
      }
    } finally {
      postgres.close();
    }
  }

  private static String store(int port) {
    return "parley.store = \"postgresql://postgres@localhost:" + port + "/postgres\"";
  }
}
