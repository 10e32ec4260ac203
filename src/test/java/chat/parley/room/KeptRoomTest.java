package chat.parley.room;

import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which order everybody is told what, where what is seen is what is kept. */
class KeptRoomTest {
  private static final ActorTestKit kit = ActorTestKit.create();

  private final KeptRoom room = KeptRoom.anew(kit, KeptRoom.SETTINGS);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @BeforeEach
  void hasAlice() {
    room.has("alice");
  }

  private void hasBob() {
    room.joins("bob");
    room.tells("welcome to e0 after 0, anew:", "admitted");
  }

  @Test
  void showsAPostWhenItIsKeptAndThenAnswersItsAuthor() {
    hasBob();
    room.says("alice", "one");
    room.tells("keep 1");
    room.tellsNothing();
    room.saved();
    room.tells("#1 alice: one", "accepted");
  }

  @Test
  void hasKeptTogetherWhatSeveralSayMeanwhile() {
    hasBob();
    room.has("carol");
    room.tells("joined");
    room.says("alice", "one");
    room.tells("keep 1");
    room.says("carol", "two");
    room.says("alice", "three", "four");
    room.tellsNothing();
    room.saved();
    room.tells("#1 alice: one", "accepted", "keep 2 3 4");
    room.saved();
    room.tells("#2 carol: two", "#3 alice: three", "#4 alice: four", "accepted", "accepted");
  }

  @Test
  void welcomesANewcomerWhenAllIsKeptThatWasSaidBefore() {
    room.says("alice", "one");
    room.tells("keep 1");
    room.says("alice", "two");
    room.joins("bob");
    room.says("alice", "three");
    room.tellsNothing();
    room.saved();
    room.tells("accepted", "keep 2 3");
    room.tellsNothing();
    room.saved();
    room.tells("welcome to e0 after 2, anew: 1 2", "admitted");
    room.tells("#3 alice: three", "accepted", "accepted");
  }

  @Test
  void letsNobodyGoBeforeTheyHaveHeardWhatWasSaid() {
    hasBob();
    room.says("alice", "one");
    room.tells("keep 1");
    room.leaves("bob");
    room.says("alice", "two");
    room.tellsNothing();
    room.saved();
    room.tells("#1 alice: one", "accepted", "keep 2");
    room.saved();
    room.tells("accepted", "accepted");
    room.tellsNothing();
  }

  @Test
  void sendsNobodyAwayBeforeTheyHaveHeardWhatWasSaid() {
    hasBob();
    room.says("alice", "one");
    room.tells("keep 1");
    room.kicks("alice", "bob");
    room.tells("ruled");
    room.tellsNothing();
    room.saved();
    room.tells("#1 alice: one", "accepted", "sentaway");
  }

  @Test
  void doesNotEndWhileItHoldsSomethingBack() {
    room.says("alice", "one");
    room.tells("keep 1");
    room.leaves("alice");
    room.retires();
    room.tellsNothing();
    room.saved();
    room.tells("accepted", "accepted", "idle");
    room.retires();
    room.ends();
  }

  @Test
  void doesNotEndBeforeTheWordsAreKeptOfWhoHasVanished() {
    room.says("alice", "one");
    room.tells("keep 1");
    room.says("alice", "last words");
    room.tellsNothing();
    room.quits("alice");
    room.saved();
    room.tells("accepted", "keep 2");
    room.tellsNothing();
    room.saved();
    room.tells("accepted", "idle");
  }
}
