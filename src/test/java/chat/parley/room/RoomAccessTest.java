package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Batch;
import chat.parley.event.MemberId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.Test;

class RoomAccessTest {
  private static final MemberId ALICE = new MemberId(0, 1);
  private static final MemberId BOB = new MemberId(0, 2);
  private static final Profile REGISTERED = new Profile("Alice", true, false);

  private static final Member ALICE_HERE = member(ALICE, Profile.of("alice"));
  private static final Member BOB_HERE = member(BOB, Profile.of("bob"));

  private final RoomAccess access = access(Optional.empty());

  private static RoomAccess access(Optional<String> ownerKey) {
    RoomAccess access = RoomAccess.of(ownerKey);
    access.configure(TestRoom.settings(10));
    return access;
  }

  private static Member member(MemberId id, Profile profile) {
    TestInbox<Object> session = TestInbox.create();
    return new Member(
        id,
        profile,
        session.getRef(),
        TestInbox.<Batch>create().getRef(),
        TestInbox.<RoomReply>create().getRef(),
        false,
        Ignored.NOBODY);
  }

  private Optional<RoomReply.Entry> refusalOfBob() {
    return access.refusal(BOB_HERE, 1);
  }

  @Test
  void isTheFirstComersAsLongAsTheyAreOnTheServer() {
    access.admitted(ALICE_HERE);
    access.admitted(BOB_HERE);
    assertThat(access.isFounder(ALICE)).isTrue();
    assertThat(access.isFounder(BOB)).isFalse();
    assertThat(access.belongsTo(ALICE, Profile.of("alice"))).isTrue();
    access.gone(ALICE);
    assertThat(access.hasOwner()).isFalse();
    access.admitted(BOB_HERE);
    assertThat(access.isFounder(BOB)).isFalse();
  }

  @Test
  void isARegisteredNamesWhoeverComesFirst() {
    RoomAccess owned = access(Optional.of("alice"));
    owned.admitted(BOB_HERE);
    assertThat(owned.isFounder(BOB)).isFalse();
    assertThat(owned.belongsTo(ALICE, REGISTERED)).isTrue();
    assertThat(owned.belongsTo(ALICE, Profile.of("alice"))).isFalse();
    assertThat(owned.belongsTo(ALICE, new Profile("bob", true, false))).isFalse();
  }

  @Test
  void stayLockedForTheRegisteredNameWhenWhoMadeItHasGone() {
    access.admitted(ALICE_HERE);
    access.belongTo("alice");
    access.lock();
    access.gone(ALICE);
    assertThat(access.isLocked()).isTrue();
    assertThat(refusalOfBob()).contains(new RoomReply.Locked());
    access.disown();
    assertThat(access.isLocked()).isFalse();
    assertThat(refusalOfBob()).isEmpty();
  }

  @Test
  void stayLockedForWhoMadeItWhenTheNameIsGivenUp() {
    access.admitted(ALICE_HERE);
    access.belongTo("alice");
    access.lock();
    access.disown();
    assertThat(access.isLocked()).isTrue();
    assertThat(access.belongsTo(ALICE, Profile.of("alice"))).isTrue();
  }

  @Test
  void isToBelongToTheNameOfItsFounderOnly() {
    access.admitted(ALICE_HERE);
    assertThat(access.isToBelongTo(ALICE, Profile.of("alice"))).isFalse();
    assertThat(access.isToBelongTo(BOB, REGISTERED)).isFalse();
    assertThat(access.isToBelongTo(ALICE, REGISTERED)).isTrue();
    access.belongTo("alice");
    assertThat(access.isToBelongTo(ALICE, REGISTERED)).isFalse();
  }

  @Test
  void belongsToNobodyWhereThatIsNotAllowed() {
    access.admitted(ALICE_HERE);
    access.belongTo("alice");
    access.lock();
    access.configure(TestRoom.common());
    assertThat(access.hasOwner()).isFalse();
    assertThat(access.isLocked()).isFalse();
    access.belongTo("alice");
    assertThat(access.hasOwner()).isFalse();
    RoomAccess common = RoomAccess.of(Optional.empty());
    common.configure(TestRoom.common());
    common.admitted(ALICE_HERE);
    assertThat(common.isFounder(ALICE)).isFalse();
  }

  @Test
  void letsReturnOnceWhoWasInARoomThatHasFailed() {
    access.admitted(ALICE_HERE);
    access.lock();
    access.expect(List.of(BOB_HERE));
    assertThat(access.concerns(BOB)).isTrue();
    assertThat(refusalOfBob()).isEmpty();
    access.admitted(BOB_HERE);
    assertThat(refusalOfBob()).contains(new RoomReply.Locked());
  }

  @Test
  void forgetsWhoHasLeftTheServer() {
    access.admitted(ALICE_HERE);
    access.lock();
    access.invite(BOB, BOB_HERE.ref());
    assertThat(access.concerns(BOB)).isTrue();
    access.gone(BOB);
    assertThat(access.concerns(BOB)).isFalse();
    assertThat(refusalOfBob()).contains(new RoomReply.Locked());
  }

  @Test
  void countsThoseWhoAreInOrHaveAPlace() {
    assertThat(access.refusal(BOB_HERE, 9)).isEmpty();
    assertThat(access.refusal(BOB_HERE, 10)).contains(new RoomReply.Full());
    access.admitted(ALICE_HERE);
    access.invite(BOB, BOB_HERE.ref());
    access.lock();
    assertThat(access.refusal(BOB_HERE, 10)).contains(new RoomReply.Full());
  }

  @Test
  void isConcernedWithItsMakerAndWhoMayComeIn() {
    MemberId carol = new MemberId(0, 3);
    Member carolHere = member(carol, Profile.of("carol"));
    access.admitted(ALICE_HERE);
    access.invite(BOB, BOB_HERE.ref());
    access.expect(List.of(carolHere));
    assertThat(access.concerned())
        .isEqualTo(Map.of(ALICE, ALICE_HERE.ref(), BOB, BOB_HERE.ref(), carol, carolHere.ref()));
    access.unlock();
    access.gone(ALICE);
    assertThat(access.concerned()).containsOnlyKeys(carol);
    assertThat(access.expectsSomebody()).isTrue();
    access.gone(carol);
    assertThat(access.expectsSomebody()).isFalse();
  }
}
