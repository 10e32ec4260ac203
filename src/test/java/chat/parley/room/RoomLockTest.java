package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who comes into a room that is locked. */
class RoomLockTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());
  private static final RoomReply LOCKED = new RoomReply.Locked();

  private final TestRoom room = TestRoom.open(kit);
  private final RoomClient alice = room.founder("alice");
  private final RoomClient bob = room.client("bob");

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private void isInvited(RoomClient client) {
    assertThat(alice.invites(room.ref, client).outcome())
        .isEqualTo(new RoomReply.InvitationSent(client.name(), TestRoom.NAME));
    client.isTold(new RoomReply.Invited("alice", alice.id, TestRoom.NAME));
  }

  @Test
  void refusesWhoIsNotInvitedAndLeavesEverythingAsItWas() {
    room.reports(1, false);
    alice.locks(room.ref, TestRoom.NAME);
    room.reports(1, true);
    assertThat(bob.enters(room.ref)).isEqualTo(LOCKED);
    bob.wantsPlace(room.ref);
    bob.isTold(LOCKED);
    bob.arrivesInVain(room.ref);
    assertThat(alice.present(room.ref).names()).containsExactly("alice");
    bob.hearsNothing();
    room.reports.expectNoMessage(Duration.ZERO);
    isInvited(bob);
    bob.in(room.ref, false);
  }

  @Test
  void letsInWhoIsInvitedUntilTheyAreSentOut() {
    alice.locks(room.ref, TestRoom.NAME);
    isInvited(bob);
    bob.in(room.ref, false);
    bob.leaves(room.ref);
    bob.in(room.ref, false);
    alice.kicks(room.ref, "bob", "");
    bob.answer();
    bob.leaves(room.ref);
    assertThat(bob.enters(room.ref)).isEqualTo(LOCKED);
  }

  @Test
  void keepsInWhoIsInAndOutWhoHasLeft() {
    bob.in(room.ref, false);
    alice.locks(room.ref, TestRoom.NAME);
    assertThat(alice.present(room.ref).names()).containsExactly("alice", "bob");
    bob.leaves(room.ref);
    assertThat(bob.enters(room.ref)).isEqualTo(LOCKED);
  }

  @Test
  void letsInItsOwnerAndOperators() {
    bob.in(room.ref, false);
    alice.locks(room.ref, TestRoom.NAME);
    alice.leaves(room.ref);
    alice.in(room.ref, true);
    room.client("olga").operator().in(room.ref, false);
  }

  @Test
  void forgetsInvitationsWhenItIsUnlocked() {
    alice.locks(room.ref, TestRoom.NAME);
    isInvited(bob);
    assertThat(alice.rules(room.ref, RoomCommand.Unlock::new).outcome())
        .isEqualTo(new RoomReply.NowOpen(TestRoom.NAME));
    alice.locks(room.ref, TestRoom.NAME);
    assertThat(bob.enters(room.ref)).isEqualTo(LOCKED);
  }

  @Test
  void isOpenAgainWhenItsOwnerHasLeftTheServer() {
    bob.in(room.ref, false);
    alice.locks(room.ref, TestRoom.NAME);
    alice.leaves(room.ref);
    alice.quits();
    RoomClient carol = room.client("carol");
    RoomReply entry;
    do {
      entry = carol.enters(room.ref);
    } while (entry.equals(LOCKED));
    assertThat(entry).isEqualTo(new RoomReply.Admitted(false));
    assertThat(carol.rules(room.ref, RoomCommand.Lock::new).outcome())
        .isEqualTo(new RoomReply.NotOwner(TestRoom.NAME));
  }

  @Test
  void isOpenWhereEverybodyStarts() {
    alice.locks(room.ref, TestRoom.NAME);
    room.configure(TestRoom.common());
    bob.in(room.ref, false);
    assertThat(alice.rules(room.ref, RoomCommand.Lock::new).outcome())
        .isEqualTo(new RoomReply.NotOwner(TestRoom.NAME));
    room.reports(1, false);
    room.reports(1, true);
    room.reports(1, false);
  }
}
