package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private Path file() {
    return folder.resolve("parley.store");
  }

  private void keepsIn(Store store) {
    keeper = kit.spawn(StoreWriter.create(store), StoreWriter.dispatcher());
  }

  private void keep(StoredRecord item) {
    keeper.tell(new StoreCommand.Keep(item, asking.ref()));
  }

  private void isDone() {
    asking.expectMessage(new StoreReply.Done());
  }

  private void isNotKept() {
    asking.expectMessage(
        new StoreReply.NotKept(
            "the store " + file() + " cannot be written: No space left on device"));
  }

  /** What the store holds once the keeper is gone. */
  private StoredState kept() {
    kit.stop(keeper);
    try (Store store = Store.open(file())) {
      return store.load();
    }
  }

  @Test
  void saysWhenAChangeIsOnTheDisk() throws IOException {
    keepsIn(Store.open(file()));
    keep(Items.registration("alice"));
    isDone();
    keep(Items.ownership("lobby"));
    isDone();
    // As after a power cut: what the file holds now, without any of the server's doing.
    Files.copy(file(), folder.resolve("copy"));
    try (Store copy = Store.open(folder.resolve("copy"))) {
      assertThat(copy.load().registrations()).containsExactly(Items.registration("alice"));
      assertThat(copy.load().ownerships()).containsExactly(Items.ownership("lobby"));
    }
  }

  @Test
  void forgetsWhatItIsTold() {
    keepsIn(Store.open(file()));
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
    keepsIn(Store.open(file()));
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
        BehaviorTestKit.create(StoreWriter.create(Store.open(file())));
    TestInbox<StoreReply.ToKeep> replies = TestInbox.create();
    stopping.run(new StoreCommand.Keep(Items.registration("alice"), replies.getRef()));
    stopping.signal(PostStop.instance());
    replies.expectMessage(new StoreReply.Done());
    try (Store store = Store.open(file())) {
      assertThat(store.load().registrations()).containsExactly(Items.registration("alice"));
    }
  }

  @Test
  void goesOnAfterADiskThatWasFull() {
    keepsIn(Store.open(FullDisk.at(file())));
    keep(Items.registration("alice"));
    isDone();
    FullDisk.fill(file());
    LoggingTestKit.error("No space left on device; nothing is kept until it can")
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
    FullDisk.empty(file());
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

  @Test
  void keepsWhatItHadWhenTheDiskIsFullToTheEnd() {
    keepsIn(Store.open(FullDisk.at(file())));
    keep(Items.registration("alice"));
    isDone();
    FullDisk.fill(file());
    keep(Items.registration("bob"));
    isNotKept();
    assertThat(kept().registrations()).containsExactly(Items.registration("alice"));
  }
}
