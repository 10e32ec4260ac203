package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a room tells whoever has opened it, and when it stops. */
class RoomReportsTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final TestRoom room = TestRoom.open(kit);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @Test
  void sayHowManyPeopleAreInItAndWhenItIsEmpty() {
    RoomClient alice = room.founder("alice");
    room.reports(1, false);
    RoomClient bob = room.guest("bob");
    room.reports(2, false);
    bob.leaves(room.ref);
    room.reports(1, false);
    alice.quits();
    room.reports(0, false);
    room.reportsIdle();
  }

  @Test
  void sayThatItIsEmptyWhenAPlaceIsGivenUp() {
    RoomClient alice = room.client("alice");
    alice.wantsPlace(room.ref);
    alice.isTold(new RoomReply.Admitted(true));
    room.ref.tell(new RoomCommand.Retire());
    alice.present(room.ref);
    alice.leaves(room.ref);
    room.reportsIdle();
    room.ref.tell(new RoomCommand.Retire());
    alice.awaitEnd(room.ref);
  }

  @Test
  void areFollowedByTheEndOnlyWhenTheRoomIsStillEmpty() {
    RoomClient alice = room.founder("alice");
    room.reports(1, false);
    room.ref.tell(new RoomCommand.Retire());
    assertThat(alice.present(room.ref).names()).containsExactly("alice");
    alice.leaves(room.ref);
    room.reports(0, false);
    room.reportsIdle();
    RoomClient bob = room.guest("bob");
    room.reports(1, false);
    room.ref.tell(new RoomCommand.Retire());
    bob.leaves(room.ref);
    room.reports(0, false);
    room.reportsIdle();
    room.ref.tell(new RoomCommand.Retire());
    bob.awaitEnd(room.ref);
  }

  @Test
  void waitForWhoHasBeenSentOutAndHasNotGoneYet() {
    RoomClient alice = room.founder("alice");
    RoomClient olga = room.client("olga").operator().in(room.ref, false);
    olga.kicks(room.ref, "alice", "");
    alice.answer();
    olga.leaves(room.ref);
    room.reports(1, false);
    room.reports(2, false);
    room.reports(1, false);
    room.reports(0, false);
    room.reports.expectNoMessage(Duration.ZERO);
    alice.leaves(room.ref);
    room.reportsIdle();
  }

  @Test
  void sayThatAClosedRoomSendsEverybodyOutAndStopsWhenTheyHaveGone() {
    RoomClient alice = room.founder("alice");
    RoomClient bob = room.client("bob").withPlace(room.ref, false);
    room.ref.tell(new RoomCommand.Close("olga"));
    RoomReply away =
        new RoomReply.SentAway(room.ref, TestRoom.NAME, "olga", new RoomReply.Closed());
    alice.isTold(away);
    bob.isTold(away);
    assertThat(alice.present(room.ref).names()).isEmpty();
    bob.arrivesInVain(room.ref);
    RoomClient carol = room.client("carol");
    carol.knocks(room.ref);
    assertThat(alice.present(room.ref).names()).isEmpty();
    alice.leaves(room.ref);
    bob.leaves(room.ref);
    bob.awaitEnd(room.ref);
    carol.isToldNothing();
  }

  @Test
  void sayThatItsMakerHasProvenToBeOfARegisteredName() {
    RoomClient alice = room.founder("Alice");
    room.reports(1, false);
    alice.registered().updates(room.ref);
    var proven = new RoomReport.OwnerProven(room.ref, "alice");
    room.reports.expectMessage(proven);
    room.ref.tell(new RoomCommand.BelongTo("alice"));
    alice.updates(room.ref);
    room.guest("bob").registered().updates(room.ref);
    room.reports(2, false);
    alice.locks(room.ref, TestRoom.NAME);
    room.reports(2, true);
  }

  @Test
  void sayThatItsMakerHasProvenThatAlsoWhileElsewhere() {
    RoomClient alice = room.founder("alice");
    room.guest("bob");
    alice.leaves(room.ref);
    alice.registered().updates(room.ref);
    room.reports(1, false);
    room.reports(2, false);
    room.reports(1, false);
    room.reports.expectMessage(new RoomReport.OwnerProven(room.ref, "alice"));
  }

  @Test
  void sayThatWhoMakesItIsOfARegisteredName() {
    RoomClient alice = room.client("alice").registered().in(room.ref, true);
    room.reports.expectMessage(new RoomReport.OwnerProven(room.ref, "alice"));
    room.reports(1, false);
    alice.isToldNothing();
  }

  @Test
  void sayThatItIsOpenWhenItBelongsToNobodyAnyMore() {
    TestRoom owned = TestRoom.of(kit, "alice");
    owned.guest("bob");
    RoomClient alice = owned.client("Alice").registered().in(owned.ref, false);
    alice.locks(owned.ref, TestRoom.NAME);
    owned.reports(1, false);
    owned.reports(2, false);
    owned.reports(2, true);
    owned.ref.tell(new RoomCommand.Disown());
    owned.reports(2, false);
    owned.guest("carol");
  }
}
