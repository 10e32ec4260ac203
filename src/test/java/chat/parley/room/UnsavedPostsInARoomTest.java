package chat.parley.room;

import chat.parley.SetClock;
import chat.parley.store.HistorySettings.Durability;
import chat.parley.store.HistorySettings.WhenFailing;
import chat.parley.store.Retention;
import chat.parley.store.StoreReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What becomes of what is said while it is not kept, and under which epoch it is seen. */
class UnsavedPostsInARoomTest {
  private static final ActorTestKit kit = ActorTestKit.create();

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private static RoomSettings settings(Retention retention, WhenFailing whenFailing) {
    return KeptRoom.SETTINGS.with(
        new RoomHistorySettings(retention, whenFailing, Duration.ZERO, 100));
  }

  private static final RoomSettings REFUSING = settings(Retention.EVERYTHING, WhenFailing.REFUSE);

  private static final RoomSettings NOTHING =
      settings(new Retention(Optional.of(Duration.ZERO), Long.MAX_VALUE), WhenFailing.CONTINUE);

  private static KeptRoom withAliceAndBob(RoomSettings settings) {
    KeptRoom room = KeptRoom.anew(kit, settings);
    room.has("alice");
    room.joins("bob");
    room.tells("welcome to e0 after 0, anew:", "admitted");
    return room;
  }

  private static KeptRoom failing() {
    KeptRoom room = withAliceAndBob(KeptRoom.SETTINGS);
    room.says("alice", "one");
    room.tells("keep 1");
    room.store(new StoreReply.Unsaved());
    room.tells("epoch e1 after 0", "#1 alice: one", "accepted");
    return room;
  }

  @Test
  void areSeenUnderAnEpochOfTheirOwnUntilAllAreKept() {
    KeptRoom room = failing();
    room.says("alice", "two");
    room.tells("keep 2");
    room.store(new StoreReply.Unsaved());
    room.tells("#2 alice: two", "accepted");
    room.store(new StoreReply.SavedAgain(false));
    room.tells("epoch e0 after 2");
    room.joins("carol", Optional.of(room.heard("e1", 1)));
    room.tells("welcome to e0 after 2, resumed: 2", "admitted", "joined");
  }

  @Test
  void keepTheirEpochWhenSomeAreLost() {
    KeptRoom room = failing();
    room.store(new StoreReply.SavedAgain(true));
    room.tells("keep room e1 after 1");
    room.says("alice", "two");
    room.tells("keep 2");
    room.saved();
    room.tells("#2 alice: two", "accepted");
    room.joins("carol", Optional.of(room.heard("e0", 0)));
    room.tells("welcome to e1 after 2, anew: 1 2", "admitted", "joined");
  }

  @Test
  void countForWhoComesWhileTheyAreHeldBack() {
    KeptRoom room = withAliceAndBob(KeptRoom.SETTINGS);
    room.says("alice", "one");
    room.tells("keep 1");
    room.joins("carol");
    room.store(new StoreReply.Unsaved());
    room.tells("epoch e1 after 0", "#1 alice: one", "accepted");
    room.tells("welcome to e1 after 1, anew: 1", "admitted", "joined");
  }

  @Test
  void haveTheEpochOfBeforeToldOfBeforeAnyNewOnes() {
    KeptRoom room = failing();
    room.says("alice", "two");
    room.tells("keep 2");
    room.store(new StoreReply.SavedAgain(false));
    room.saved();
    room.tells("epoch e0 after 1", "#2 alice: two", "accepted");
  }

  @Test
  void areNeverSaidWhereTheyAreRefused() {
    KeptRoom room = withAliceAndBob(REFUSING);
    room.says("alice", "one");
    room.tells("keep 1, or refuse");
    room.says("bob", "two");
    room.joins("carol");
    room.store(new StoreReply.Refused());
    room.tells("welcome to e0 after 0, anew:", "admitted", "joined", "accepted", "accepted");
    room.tells("notsaid");
    room.says("alice", "again");
    room.tells("keep 1, or refuse");
    room.saved();
    room.tells("#1 alice: again", "#1 alice: again", "accepted");
  }

  @Test
  void areSeenAtOnceWhereNothingIsKept() {
    KeptRoom room = KeptRoom.anew(kit, NOTHING);
    room.has("alice");
    room.joins("bob");
    room.tells("welcome to e1 after 0, anew:", "admitted");
    room.says("alice", "one");
    room.tells("#1 alice: one", "accepted");
    room.joins("carol");
    room.tells("welcome to e1 after 1, anew: 1", "admitted", "joined");
  }

  @Test
  void changeTheEpochWhenTheyAreToBeKeptNoLongerAndAgain() {
    KeptRoom room = withAliceAndBob(KeptRoom.SETTINGS);
    room.configure(NOTHING);
    room.says("alice", "one");
    room.tells("epoch e1 after 0", "#1 alice: one", "accepted");
    room.configure(REFUSING);
    room.tells("keep room e1 after 1");
    room.says("alice", "two");
    room.tells("keep 2, or refuse");
    room.saved();
    room.tells("#2 alice: two", "accepted");
  }

  @Test
  void haveAnEpochThatIsKeptAtTheEndWhereTheyAreSeenBeforeTheyAreKept() {
    KeptRoom room =
        new KeptRoom(
            kit,
            KeptRoom.before(0),
            KeptRoom.SETTINGS,
            Durability.RELAXED,
            new SetClock(Instant.EPOCH));
    room.joins("bob");
    room.tells("welcome to e1 after 0, anew:", "admitted");
    room.has("alice");
    room.tells("joined");
    room.says("alice", "one");
    room.tells("#1 alice: one", "accepted", "keep 1, seen");
    room.store(new StoreReply.Unsaved());
    room.store(new StoreReply.SavedAgain(false));
    room.tellsNothing();
    room.leaves("alice");
    room.leaves("bob");
    room.tells("accepted", "left", "accepted", "idle");
    room.retires();
    room.tells("keep room e1 after 1");
  }

  /** A clock that does not know the time now and then; the room asks it once for each post. */
  private static final class Stumbling extends Clock {
    private volatile boolean fails;

    @Override
    public Instant instant() {
      if (fails) {
        throw new IllegalStateException("no time");
      }
      return Instant.EPOCH;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void areHeldBackThoughTheRoomFailsMeanwhile() {
    var clock = new Stumbling();
    KeptRoom room =
        new KeptRoom(kit, KeptRoom.before(0), KeptRoom.SETTINGS, Durability.FULL, clock);
    room.has("alice");
    room.joins("bob");
    room.tells("welcome to e0 after 0, anew:", "admitted");
    room.says("alice", "one");
    room.tells("keep 1");
    room.says("alice", "two");
    room.tellsNothing();
    clock.fails = true;
    room.says("alice", "lost");
    room.tells("accepted");
    clock.fails = false;
    room.saved();
    room.tells("#1 alice: one", "accepted", "keep 2");
    room.saved();
    room.tells("#2 alice: two", "recovered", "accepted");
  }
}
