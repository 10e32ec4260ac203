package chat.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.patience.Wait;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of what is to be written, on a disk that is slow, full, or stuck. */
class StoreWriterTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private static final WriterTimes PATIENT =
      new WriterTimes(
          Wait.PATIENCE, Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofSeconds(5));

  /** Takes the disk for failing soon. */
  private static final WriterTimes HASTY =
      new WriterTimes(
          Duration.ofMillis(50), Duration.ofMillis(20), Duration.ofMillis(50), Wait.PATIENCE);

  private final ScriptedTarget target = new ScriptedTarget();
  private final TestProbe<StoreReply.ToAppend> lobby =
      kit.createTestProbe(StoreReply.ToAppend.class);
  private final TestProbe<StoreReply.ToAppend> kitchen =
      kit.createTestProbe(StoreReply.ToAppend.class);
  private final TestProbe<StoreReply.ToKeep> keeping = kit.createTestProbe(StoreReply.ToKeep.class);
  private final TestProbe<StoreReply.ToDelete> deleting =
      kit.createTestProbe(StoreReply.ToDelete.class);
  private final TestProbe<PostReader.Request> reading =
      kit.createTestProbe(PostReader.Request.class);
  private final TestProbe<StoreStats> watching = kit.createTestProbe(StoreStats.class);
  private ActorRef<StoreCommand> writer;

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @AfterEach
  void stop() {
    target.works();
    target.goesOn();
    kit.stop(writer);
  }

  private void starts(WriterTimes times) {
    starts(times, 64 << 20);
  }

  private void starts(WriterTimes times, long maxUnsaved) {
    var settings =
        new HistorySettings(
            HistorySettings.Durability.FULL, maxUnsaved, HistorySettings.WhenFailing.CONTINUE);
    writer = kit.spawn(StoreWriter.create(target, settings, reading.ref(), times));
    writer.tell(new StoreCommand.Watch(watching.ref()));
    watching.expectMessage(StoreStats.WELL);
  }

  private static StoreCommand.Append append(
      String room, TestProbe<StoreReply.ToAppend> replies, long number) {
    return new StoreCommand.Append(
        room(room), List.of(Posts.post(number)), false, true, replies.ref());
  }

  private static StoredRoom room(String name) {
    return new StoredRoom(name, name, "4f2a", 0, "");
  }

  /** Posts that may be said when they are kept, and not otherwise. */
  private static StoreCommand.Append onlyIfKept(
      String room, TestProbe<StoreReply.ToAppend> replies, long number) {
    return new StoreCommand.Append(
        room(room), List.of(Posts.post(number)), false, false, replies.ref());
  }

  private void said(long... numbers) {
    for (long number : numbers) {
      writer.tell(append("lobby", lobby, number));
    }
  }

  /** Posts that members have seen already. */
  private void seen(long... numbers) {
    for (long number : numbers) {
      writer.tell(
          new StoreCommand.Append(
              room("lobby"), List.of(Posts.post(number)), true, true, lobby.ref()));
    }
  }

  private void keep(String name) {
    writer.tell(new StoreCommand.Keep(Items.registration(name), keeping.ref()));
  }

  private void delete(long number) {
    writer.tell(new StoreCommand.Delete("lobby", number, "bob", deleting.ref()));
  }

  private <T> void hears(TestProbe<? super T> probe, T reply, int times) {
    for (int i = 0; i < times; i++) {
      probe.expectMessage(reply);
    }
  }

  /** How the store is told to be, from being well until it is again. */
  private List<StoreStats> troubles() {
    return watching.fishForMessage(
        Wait.PATIENCE,
        stats ->
            stats.isFailing() ? FishingOutcomes.continueAndCollect() : FishingOutcomes.complete());
  }

  @Test
  void writesTogetherAndInOrderWhatComesWhileTheDiskIsBusy() {
    starts(PATIENT);
    target.hangs();
    said(1);
    target.isHanging();
    said(2);
    writer.tell(append("kitchen", kitchen, 1));
    keep("alice");
    writer.tell(new StoreCommand.KeepRoom(room("den")));
    writer.tell(new StoreCommand.Forget(Registration.id("bob"), keeping.ref()));
    delete(1);
    said(3);
    writer.tell(
        new StoreCommand.ReadPost("lobby", 1, kit.<StoreReply.ToReadPost>createTestProbe().ref()));
    reading.receiveMessage(); // the writer has everything by now
    lobby.expectNoMessage(Duration.ZERO);
    keeping.expectNoMessage(Duration.ZERO);
    assertThat(target.hasDoneAll()).isTrue();
    target.goesOn();
    assertThat(target.next()).isEqualTo("lobby 1");
    assertThat(target.next())
        .isEqualTo("lobby 2, kitchen 1, keep alice, room den, forget bob, delete 1, lobby 3");
    hears(lobby, new StoreReply.Saved(), 3);
    hears(kitchen, new StoreReply.Saved(), 1);
    hears(keeping, new StoreReply.Done(), 2);
    assertThat(deleting.expectMessageClass(StoreReply.Deleted.class).before())
        .contains(Posts.post(1));
  }

  @Test
  void hasPostsWaitAndSaysThatNothingElseIsKeptWhileTheDiskIsFull() {
    starts(PATIENT);
    target.fails("the disk is full");
    LoggingTestKit.error("the disk is full; what is said waits in memory until it can")
        .withOccurrences(1)
        .expect(
            kit.system(),
            () -> {
              said(1, 2);
              writer.tell(append("kitchen", kitchen, 1));
              keep("alice");
              writer.tell(new StoreCommand.Forget(Registration.id("bob"), keeping.ref()));
              delete(1);
              said(3);
              writer.tell(onlyIfKept("kitchen", kitchen, 2));
              hears(lobby, new StoreReply.Unsaved(), 3);
              hears(kitchen, new StoreReply.Unsaved(), 1);
              hears(kitchen, new StoreReply.Refused(), 1);
              hears(keeping, new StoreReply.NotKept("the disk is full"), 2);
              hears(deleting, new StoreReply.NotKept("the disk is full"), 1);
              return null;
            });
    LoggingTestKit.warn("the store can be written again; posts lost since the server started: 0")
        .withOccurrences(1)
        .expect(
            kit.system(),
            () -> {
              target.works();
              assertThat(target.next()).isEqualTo("lobby 1, lobby 2, kitchen 1, lobby 3");
              hears(lobby, new StoreReply.SavedAgain(false), 1);
              hears(kitchen, new StoreReply.SavedAgain(false), 1);
              return null;
            });
    List<StoreStats> troubles = troubles();
    assertThat(troubles).doesNotHaveDuplicates().endsWith(StoreStats.WELL);
    assertThat(troubles.get(0).trouble()).isEqualTo("the disk is full");
    said(4);
    hears(lobby, new StoreReply.Saved(), 1);
    assertThat(target.next()).isEqualTo("lobby 4");
    assertThat(target.hasDoneAll()).isTrue();
  }

  @Test
  void losesTheOldestPostsWhenThereIsNoMemoryForAllAndSaysSo() {
    starts(PATIENT, 1000);
    target.fails("the disk is full");
    said(1, 2, 3, 4, 5, 6, 7, 8);
    writer.tell(append("kitchen", kitchen, 1));
    hears(lobby, new StoreReply.Unsaved(), 8);
    hears(kitchen, new StoreReply.Unsaved(), 1);
    target.works();
    // Each takes 100 bytes, and those of its author and text.
    assertThat(target.next())
        .isEqualTo("lobby 2, lobby 3, lobby 4, lobby 5, lobby 6, lobby 7, lobby 8, kitchen 1");
    hears(lobby, new StoreReply.SavedAgain(true), 1);
    hears(kitchen, new StoreReply.SavedAgain(false), 1);
    troubles();
    writer.tell(new StoreCommand.Watch(watching.ref()));
    watching.expectMessage(new StoreStats("", 0, 0, 1));
  }

  @Test
  void takesADiskThatHangsForFailingAndTakesBackWhatItWasSaidNotToKeep() {
    starts(HASTY);
    target.hangs();
    said(1);
    target.isHanging();
    hears(lobby, new StoreReply.Unsaved(), 1);
    said(2);
    keep("alice");
    writer.tell(onlyIfKept("kitchen", kitchen, 1));
    hears(lobby, new StoreReply.Unsaved(), 1);
    hears(keeping, new StoreReply.NotKept("the store does not answer"), 1);
    hears(kitchen, new StoreReply.Refused(), 1);
    target.goesOn();
    assertThat(target.next()).isEqualTo("lobby 1");
    assertThat(target.next()).isEqualTo(ScriptedTarget.TAKEN_BACK);
    assertThat(target.next()).isEqualTo("lobby 2");
    hears(lobby, new StoreReply.SavedAgain(false), 1);
    troubles();
    assertThat(target.hasDoneAll()).isTrue();
  }

  @Test
  void answersWhoWantsAPostDeletedWhenItIsKnownWhetherItIs() {
    starts(HASTY);
    target.hangs();
    delete(1);
    target.isHanging();
    assertThat(watching.receiveMessage().isFailing()).isTrue();
    deleting.expectNoMessage(Duration.ZERO);
    target.goesOn();
    deleting.expectMessageClass(StoreReply.Deleted.class);
    troubles();
    target.hangs();
    delete(2);
    target.isHanging();
    assertThat(watching.receiveMessage().isFailing()).isTrue();
    target.fails("the disk is gone");
    target.goesOn();
    deleting.expectMessage(new StoreReply.NotKept("the disk is gone"));
  }

  @Test
  void hasNobodyWaitForWhatCanWait() {
    starts(HASTY);
    target.hangsTidying();
    target.isHanging();
    said(1);
    keep("alice");
    hears(lobby, new StoreReply.Unsaved(), 1);
    hears(keeping, new StoreReply.NotKept("the store does not answer"), 1);
    target.goesOn();
    assertThat(target.next()).isEqualTo("lobby 1");
    hears(lobby, new StoreReply.SavedAgain(false), 1);
    assertThat(target.hasDoneAll()).isTrue();
  }

  @Test
  void keepsPostsWhereWhatCanWaitFails() {
    target.failsToTidy("the index is damaged");
    LoggingTestKit.warn("the index is damaged; what is too old stays meanwhile")
        .withOccurrences(1)
        .expect(
            kit.system(),
            () -> {
              starts(PATIENT);
              for (int number = 1; number <= 2; number++) {
                target.hasTidied();
                said(number);
                hears(lobby, new StoreReply.Saved(), 1);
              }
              target.hasTidied();
              return null;
            });
    watching.expectNoMessage(Duration.ZERO);
  }

  @Test
  void gathersPostsThatHaveBeenSeenUntilSomebodyWaits() {
    starts(PATIENT);
    seen(1, 2);
    assertThat(target.next()).isEqualTo("lobby 1, lobby 2");
    hears(lobby, new StoreReply.Saved(), 2);
    stop();
    starts(new WriterTimes(Wait.PATIENCE, Wait.PATIENCE, Wait.PATIENCE, Wait.PATIENCE));
    assertThat(target.next()).isEqualTo(ScriptedTarget.CLOSED);
    seen(3);
    keep("alice");
    assertThat(target.next()).isEqualTo("lobby 3, keep alice");
  }

  @Test
  void showsWhoReadsThePostsThatOthersHaveSeenAndNoOthers() {
    starts(PATIENT);
    target.hangs();
    seen(1);
    target.isHanging();
    said(2);
    seen(3);
    writer.tell(append("kitchen", kitchen, 1));
    assertThat(unsaved()).containsExactly(1L, 3L);
    target.fails("the disk is full");
    target.goesOn();
    hears(lobby, new StoreReply.Unsaved(), 3);
    assertThat(unsaved()).containsExactly(1L, 2L, 3L);
    target.works();
    hears(lobby, new StoreReply.SavedAgain(false), 1);
    assertThat(unsaved()).isEmpty();
  }

  private List<Long> unsaved() {
    TestProbe<StoreReply.ToReadPost> replies = kit.createTestProbe();
    writer.tell(new StoreCommand.ReadPost("lobby", 1, replies.ref()));
    return reading.receiveMessage().unsaved().stream().map(StoredPost::number).toList();
  }

  @Test
  void writesWhatHasWaitedBeforeItStops() {
    starts(new WriterTimes(Wait.PATIENCE, Wait.PATIENCE, Wait.PATIENCE, Wait.PATIENCE));
    target.fails("the disk is full");
    said(1);
    hears(lobby, new StoreReply.Unsaved(), 1);
    target.works();
    kit.stop(writer);
    assertThat(target.next()).isEqualTo("lobby 1");
    assertThat(target.next()).isEqualTo(ScriptedTarget.CLOSED);
  }

  @Test
  void writesWhatWaitsForTheDiskBeforeItStops() {
    starts(PATIENT);
    target.hangs();
    said(1);
    target.isHanging();
    keep("alice");
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> kit.stop(writer));
    target.goesOn();
    Wait.forResult("the writer to stop", stopped);
    hears(keeping, new StoreReply.Done(), 1);
    String done = "";
    String next = target.next();
    while (!next.equals(ScriptedTarget.CLOSED)) {
      done += next + ", ";
      next = target.next();
    }
    assertThat(done).startsWith("lobby 1, ").endsWith("keep alice, ");
  }

  @Test
  void saysWhatItCouldNotWriteBeforeItStopped() {
    starts(PATIENT);
    target.fails("the disk is full");
    said(1);
    hears(lobby, new StoreReply.Unsaved(), 1);
    LoggingTestKit.error("what was said last is not kept (1 changes): the disk is full")
        .expect(
            kit.system(),
            () -> {
              kit.stop(writer);
              return null;
            });
    assertThat(target.next()).isEqualTo(ScriptedTarget.CLOSED);
  }
}
