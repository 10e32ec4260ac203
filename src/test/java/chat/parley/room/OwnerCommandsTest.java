package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What its owner, and operators, may do in a room. */
class OwnerCommandsTest {
  private static final String DEN = TestRoom.NAME;
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  /** Something that a member may want, on behalf of somebody. */
  private interface Wanted extends BiFunction<MemberId, ActorRef<RoomReply>, RoomCommand.Ruling> {}

  private final TestRoom room = TestRoom.open(kit);
  private final RoomClient alice = room.founder("alice");
  private final RoomClient bob = room.guest("bob");

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private static RoomReply.Ruled asOwner(RoomReply.RoomOutcome outcome) {
    return new RoomReply.Ruled(outcome, false);
  }

  private static RoomReply.Ruled asOperator(RoomReply.RoomOutcome outcome) {
    return new RoomReply.Ruled(outcome, true);
  }

  static Stream<Wanted> whatOnlyTheOwnerMay() {
    return Stream.of(
        RoomCommand.Lock::new,
        RoomCommand.Unlock::new,
        (by, replyTo) -> new RoomCommand.Kick(by, "alice", "", replyTo));
  }

  @ParameterizedTest
  @MethodSource("whatOnlyTheOwnerMay")
  void areNotForOthers(Wanted wanted) {
    assertThat(bob.rules(room.ref, wanted)).isEqualTo(asOwner(new RoomReply.NotOwner(DEN)));
    assertThat(bob.present(room.ref).names()).containsExactly("alice", "bob");
    alice.isToldNothing();
  }

  @ParameterizedTest
  @MethodSource("whatOnlyTheOwnerMay")
  void areAnsweredOnceToWhoIsNotInTheRoom(Wanted wanted) {
    RoomClient carol = room.client("carol");
    assertThat(carol.rules(room.ref, wanted)).isEqualTo(asOwner(new RoomReply.NotOwner(DEN)));
    carol.isToldNothing();
    alice.leaves(room.ref);
    assertThat(alice.rules(room.ref, wanted)).isEqualTo(asOwner(new RoomReply.NotOwner(DEN)));
  }

  @Test
  void inviteNobodyForOthers() {
    RoomClient carol = room.client("carol");
    assertThat(bob.invites(room.ref, carol)).isEqualTo(asOwner(new RoomReply.NotOwner(DEN)));
    carol.isToldNothing();
  }

  @Test
  void sendPeopleOut() {
    assertThat(alice.kicks(room.ref, "BOB", "mind the barrels"))
        .isEqualTo(asOwner(new RoomReply.Removed("bob", DEN)));
    bob.isTold(
        new RoomReply.SentAway(room.ref, DEN, "alice", new RoomReply.Unwanted("mind the barrels")));
    assertThat(alice.present(room.ref).names()).containsExactly("alice");
    assertThat(alice.kicks(room.ref, "bob", ""))
        .isEqualTo(asOwner(new RoomReply.NobodyHere("bob", DEN)));
    bob.leaves(room.ref);
    bob.in(room.ref, false);
  }

  @Test
  void sendOutNeitherTheOwnerThemselvesNorOperators() {
    room.client("olga").operator().in(room.ref, false);
    assertThat(alice.kicks(room.ref, "Alice", ""))
        .isEqualTo(asOwner(new RoomReply.CannotRemoveYourself()));
    assertThat(alice.kicks(room.ref, "olga", ""))
        .isEqualTo(asOwner(new RoomReply.CannotRemoveOperator("olga")));
    assertThat(alice.kicks(room.ref, "eve", ""))
        .isEqualTo(asOwner(new RoomReply.NobodyHere("eve", DEN)));
    assertThat(alice.present(room.ref).names()).containsExactly("alice", "bob", "olga");
  }

  @Test
  void lockAndUnlock() {
    assertThat(alice.rules(room.ref, RoomCommand.Unlock::new))
        .isEqualTo(asOwner(new RoomReply.NotLocked(DEN)));
    alice.locks(room.ref, DEN);
    assertThat(alice.rules(room.ref, RoomCommand.Lock::new))
        .isEqualTo(asOwner(new RoomReply.LockedAlready(DEN)));
    assertThat(alice.rules(room.ref, RoomCommand.Unlock::new))
        .isEqualTo(asOwner(new RoomReply.NowOpen(DEN)));
  }

  @Test
  void inviteWhoIsNotHere() {
    RoomClient carol = room.client("carol");
    assertThat(alice.invites(room.ref, carol))
        .isEqualTo(asOwner(new RoomReply.InvitationSent("carol", DEN)));
    carol.isTold(new RoomReply.Invited("alice", alice.id, DEN));
    assertThat(alice.invites(room.ref, bob)).isEqualTo(asOwner(new RoomReply.HereAlready("bob")));
    bob.isToldNothing();
  }

  @Test
  void areForOperatorsToo() {
    RoomClient olga = room.client("olga").operator().in(room.ref, false);
    assertThat(olga.rules(room.ref, RoomCommand.Lock::new))
        .isEqualTo(asOperator(new RoomReply.NowLocked(DEN)));
    assertThat(olga.kicks(room.ref, "bob", ""))
        .isEqualTo(asOperator(new RoomReply.Removed("bob", DEN)));
    assertThat(olga.kicks(room.ref, "eve", ""))
        .isEqualTo(asOperator(new RoomReply.NobodyHere("eve", DEN)));
    assertThat(olga.setsTopic(room.ref, "rules"))
        .isEqualTo(asOperator(new RoomReply.TopicSet(DEN, "rules")));
  }

  @Test
  void lockNothingThatBelongsToNobody() {
    room.configure(TestRoom.common());
    RoomClient olga = room.client("olga").operator().in(room.ref, false);
    assertThat(olga.rules(room.ref, RoomCommand.Lock::new))
        .isEqualTo(asOperator(new RoomReply.BelongsToNobody(DEN)));
    assertThat(olga.rules(room.ref, RoomCommand.Unlock::new))
        .isEqualTo(asOperator(new RoomReply.NotLocked(DEN)));
  }

  @Test
  void sayWhatTheRoomIsAbout() {
    bob.hears();
    assertThat(bob.setsTopic(room.ref, "mine now"))
        .isEqualTo(asOwner(new RoomReply.TopicNotYours(DEN)));
    assertThat(alice.setsTopic(room.ref, "wine\u0007"))
        .isEqualTo(asOwner(new RoomReply.TopicSet(DEN, "wine")));
    RoomEvent set = new RoomEvent.TopicSet(DEN, alice.id, "alice", "wine");
    assertThat(bob.hears()).isEqualTo(List.of(set));
  }

  @Test
  void leaveToEverybodyWhatARoomIsAboutThatBelongsToNobody() {
    room.configure(TestRoom.common());
    assertThat(bob.setsTopic(room.ref, "everybody's"))
        .isEqualTo(asOwner(new RoomReply.TopicSet(DEN, "everybody's")));
    RoomClient carol = room.client("carol");
    assertThat(carol.setsTopic(room.ref, "nobody's"))
        .isEqualTo(asOwner(new RoomReply.NotOwner(DEN)));
  }
}
