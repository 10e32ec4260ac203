package chat.parley.room;

import chat.parley.store.HistorySettings.Durability;
import chat.parley.store.HistorySettings.WhenFailing;
import chat.parley.store.Retention;
import chat.parley.store.StoreReply;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How a room goes on in which something was said before, and whoever comes back to it. */
class ReopenedRoomTest {
  private static final ActorTestKit kit = ActorTestKit.create(ManualTime.config());
  private static final String LAST = "read Last[count=3]";

  /** It remembers and replays three posts, and sends at most five to whoever comes back. */
  private static final RoomSettings SETTINGS =
      new RoomSettings(3, 1000, 3, 50, 100, 10_000)
          .with(
              new RoomHistorySettings(
                  Retention.EVERYTHING, WhenFailing.CONTINUE, Duration.ZERO, 5));

  private final KeptRoom room =
      new KeptRoom(kit, KeptRoom.before(7), SETTINGS, Durability.FULL, Clock.systemUTC());

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private void isOpen() {
    room.tells(LAST);
    room.hasRead(5, 6, 7);
  }

  private void comesBack(String epoch, long number) {
    room.joins("bob", Optional.of(room.heard(epoch, number)));
  }

  @Test
  void hasEverybodyWaitForItsLastPosts() {
    room.tells(LAST);
    room.joins("bob");
    ManualTime.get(kit.system()).timePasses(Duration.ofMillis(4900));
    room.hasRead(5, 6, 7);
    room.tells("welcome to e0 after 7, anew: 5 6 7", "admitted");
    room.has("alice");
    room.tells("joined");
    room.says("alice", "eight");
    room.tells("keep 8");
    room.saved();
    room.tells("#8 alice: eight", "accepted");
  }

  @Test
  void beginsWithoutThemWhenTheyCannotBeRead() {
    room.tells(LAST);
    room.joins("bob");
    room.store(new StoreReply.Unreadable("for the test"));
    room.tells("welcome to e0 after 7, anew:", "admitted");
  }

  @Test
  void beginsWithoutThemWhenTheyAreNotReadInTime() {
    room.tells(LAST);
    room.joins("bob");
    ManualTime.get(kit.system()).timePasses(Duration.ofSeconds(5));
    room.tells("welcome to e0 after 7, anew:", "admitted");
    room.hasRead(5, 6, 7);
    room.tellsNothing();
  }

  @Test
  void sendsWhoComesBackWhatItRemembersOfWhatTheyMissed() {
    isOpen();
    comesBack("e0", 5);
    room.tells("welcome to e0 after 7, resumed: 6 7", "admitted");
  }

  @Test
  void sendsNothingToWhoHasMissedNothing() {
    isOpen();
    comesBack("e0", 7);
    room.tells("welcome to e0 after 7, resumed:", "admitted");
  }

  @Test
  void readsWhatItDoesNotRemember() {
    isOpen();
    room.has("alice");
    comesBack("e0", 2);
    room.tells("read Since[position=AtNumber[number=3], count=5]");
    room.says("alice", "eight");
    room.tells("keep 8");
    room.hasRead(3, 4, 5, 6, 7);
    room.tellsNothing();
    room.saved();
    room.tells("accepted");
    // More than is sent at most have been missed by now.
    room.tells("welcome to e0 after 8, anew: 6 7 8", "admitted");
  }

  @Test
  void joinsWhatIsReadToWhatIsSaidMeanwhile() {
    isOpen();
    room.has("alice");
    room.says("alice", "eight");
    room.tells("keep 8");
    room.saved();
    room.tells("accepted");
    comesBack("e0", 4);
    room.tells("read Since[position=AtNumber[number=5], count=5]");
    room.says("alice", "nine");
    room.tells("keep 9");
    room.hasRead(5, 6, 7, 8);
    room.tellsNothing();
    room.saved();
    room.tells("accepted", "welcome to e0 after 9, resumed: 5 6 7 8 9", "admitted");
  }

  @Test
  void doesNotEndWhileItReadsForSomebodyWhoIsToComeIn() {
    isOpen();
    comesBack("e0", 2);
    room.tells("read Since[position=AtNumber[number=3], count=5]");
    room.retires();
    room.tellsNothing();
    room.hasRead(3, 4, 5, 6, 7);
    room.tells("welcome to e0 after 7, resumed: 3 4 5 6 7", "admitted");
  }

  @Test
  void beginsAnewForWhoHasMissedMoreThanIsSent() {
    isOpen();
    comesBack("e0", 1);
    room.tells("welcome to e0 after 7, anew: 5 6 7", "admitted");
  }

  @Test
  void beginsAnewForWhoHasHeardMoreThanThereWas() {
    isOpen();
    comesBack("e0", 8);
    room.tells("welcome to e0 after 7, anew: 5 6 7", "admitted");
  }

  @Test
  void beginsAnewForWhoKnowsOtherNumbers() {
    isOpen();
    room.joins("bob", Optional.of(new Heard("other", 6)));
    room.tells("welcome to e0 after 7, anew: 5 6 7", "admitted");
  }

  @Test
  void beginsAnewWhereSomeOfItIsMissing() {
    isOpen();
    comesBack("e0", 2);
    room.tells("read Since[position=AtNumber[number=3], count=5]");
    room.hasRead(4, 5, 6, 7);
    room.tells("welcome to e0 after 7, anew: 5 6 7", "admitted");
  }

  @Test
  void beginsAnewWhereTheLastOfItIsMissing() {
    var forgetful =
        new KeptRoom(
            kit,
            KeptRoom.before(7),
            new RoomSettings(0, 1000, 3, 50, 100, 10_000),
            Durability.FULL,
            Clock.systemUTC());
    forgetful.joins("bob", Optional.of(forgetful.heard("e0", 4)));
    forgetful.tells("read Since[position=AtNumber[number=5], count=10000]");
    forgetful.hasRead(5, 6);
    forgetful.tells("welcome to e0 after 7, anew:", "admitted");
  }

  @Test
  void beginsAnewWhereItCannotBeRead() {
    isOpen();
    comesBack("e0", 2);
    room.tells("read Since[position=AtNumber[number=3], count=5]");
    room.store(new StoreReply.Unreadable("for the test"));
    room.tells("welcome to e0 after 7, anew: 5 6 7", "admitted");
  }
}
