package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.PostStop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreWriterTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  @TempDir private Path folder;

  private final TestProbe<StoreReply.ToKeep> asking = kit.createTestProbe(StoreReply.ToKeep.class);
  private ActorRef<StoreCommand> keeper;

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private Path data() {
    return folder.resolve("parley-data");
  }

  private Store opened() {
    return Store.open(new StoreLocation.Folder(data()));
  }

  /** Has the table of registrations out of the way, so that none can be kept, or back. */
  private void move(String from, String to) {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + data() + "/parley.db");
        Statement statement = other.createStatement()) {
      statement.execute("ALTER TABLE " + from + " RENAME TO " + to);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keepsIn(Store store) {
    keeper = kit.spawn(TestStoreWriter.of(store));
  }

  private void keep(StoredRecord item) {
    keeper.tell(new StoreCommand.Keep(item, asking.ref()));
  }

  private void isDone() {
    asking.expectMessage(new StoreReply.Done());
  }

  private void isNotKept() {
    StoreReply.NotKept not = asking.expectMessageClass(StoreReply.NotKept.class);
    assertThat(not.why()).startsWith("the store " + data() + " fails: ");
  }

  /** What the store holds once the keeper is gone. */
  private StoredState kept() {
    kit.stop(keeper);
    try (Store store = opened()) {
      return store.load();
    }
  }

  @Test
  void saysWhenAChangeIsOnTheDisk() throws IOException {
    keepsIn(opened());
    keep(Items.registration("alice"));
    isDone();
    keep(Items.ownership("lobby"));
    isDone();
    // As after a power cut: what the file holds now, without any of the server's doing.
    Path there = Files.createDirectory(folder.resolve("copy"));
    for (String each : List.of("parley.db", "parley.db-wal")) {
      Files.copy(data().resolve(each), there.resolve(each));
    }
    try (Store copy = Store.open(new StoreLocation.Folder(there))) {
      assertThat(copy.load().registrations()).containsExactly(Items.registration("alice"));
      assertThat(copy.load().ownerships()).containsExactly(Items.ownership("lobby"));
    }
  }

  @Test
  void forgetsWhatItIsTold() {
    keepsIn(opened());
    keep(Items.ban("bob"));
    keep(Items.ban("carol"));
    keeper.tell(new StoreCommand.Forget(Items.ban("bob").id(), asking.ref()));
    keeper.tell(new StoreCommand.Forget(Registration.id("nobody"), asking.ref()));
    for (int i = 0; i < 4; i++) {
      isDone();
    }
    assertThat(kept().sanctions()).containsExactly(Items.ban("carol"));
  }

  @Test
  void keepsAllThatManyAskForAtOnceInTheirOrder() {
    keepsIn(opened());
    for (int i = 0; i < 200; i++) {
      keep(Items.registration("name" + i));
      keep(new Ownership("lobby", "Lobby", "owner" + i, Items.NOON));
    }
    for (int i = 0; i < 400; i++) {
      isDone();
    }
    StoredState kept = kept();
    assertThat(kept.registrations()).hasSize(200);
    assertThat(kept.ownerships())
        .containsExactly(new Ownership("lobby", "Lobby", "owner199", Items.NOON));
  }

  @Test
  void writesWhatWaitsBeforeItStops() {
    BehaviorTestKit<StoreCommand> stopping =
        BehaviorTestKit.create(TestStoreWriter.of(opened()));
    TestInbox<StoreReply.ToKeep> replies = TestInbox.create();
    stopping.run(new StoreCommand.Keep(Items.registration("alice"), replies.getRef()));
    stopping.signal(PostStop.instance());
    replies.expectMessage(new StoreReply.Done());
    try (Store store = opened()) {
      assertThat(store.load().registrations()).containsExactly(Items.registration("alice"));
    }
  }

  @Test
  void goesOnWhenTheStoreCanBeWrittenAgain() {
    keepsIn(opened());
    keep(Items.registration("alice"));
    isDone();
    move("registration", "away");
    LoggingTestKit.error("; nothing is kept until it can")
        .expect(
            kit.system(),
            () -> {
              keep(Items.registration("bob"));
              isNotKept();
              keep(Items.registration("bob"));
              keeper.tell(new StoreCommand.Forget(Registration.id("alice"), asking.ref()));
              isNotKept();
              isNotKept();
              return null;
            });
    move("away", "registration");
    LoggingTestKit.warn("the store can be written again; 3 changes were not")
        .expect(
            kit.system(),
            () -> {
              keep(Items.registration("carol"));
              isDone();
              return null;
            });
    assertThat(kept().registrations())
        .containsExactly(Items.registration("alice"), Items.registration("carol"));
  }
}
