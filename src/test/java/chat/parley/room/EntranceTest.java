package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.RoomEvent;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EntranceTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final TestRoom room = TestRoom.open(kit);
  private final RoomClient alice = room.founder("alice");

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private void arePresent(String... names) {
    assertThat(alice.present(room.ref).names()).containsExactly(names);
  }

  @Test
  void holdsAPlaceForWhoLeavesAnotherRoomFirst() {
    room.reports(1, false);
    RoomClient bob = room.client("bob").withPlace(room.ref, false);
    arePresent("alice");
    bob.hearsNothing();
    room.reports.expectNoMessage(Duration.ZERO);
    bob.arrives(room.ref);
    arePresent("alice", "bob");
    room.reports(2, false);
    RoomEvent welcome = new RoomEvent.Welcomed(TestRoom.NAME, "", List.of("alice"), 0, List.of());
    assertThat(bob.hears()).isEqualTo(List.of(welcome));
  }

  @Test
  void holdsAPlaceAlsoWhenTheRoomIsLockedMeanwhile() {
    RoomClient bob = room.client("bob").withPlace(room.ref, false);
    alice.locks(room.ref, TestRoom.NAME);
    bob.arrives(room.ref);
    arePresent("alice", "bob");
  }

  @Test
  void letsNobodyArriveWithoutAPlace() {
    room.client("bob").arrivesInVain(room.ref);
    arePresent("alice");
  }

  @Test
  void giveUpTheirPlaceWhoLeave() {
    RoomClient bob = room.client("bob").withPlace(room.ref, false);
    bob.leaves(room.ref);
    bob.arrivesInVain(room.ref);
    arePresent("alice");
  }

  @Test
  void giveUpTheirPlaceWhoseSessionEnds() {
    TestRoom small = TestRoom.forPeople(kit, 2);
    small.founder("alice");
    RoomClient bob = small.client("bob").withPlace(small.ref, false);
    RoomClient carol = small.client("carol");
    assertThat(carol.enters(small.ref)).isEqualTo(new RoomReply.Full());
    bob.quits();
    RoomReply entry;
    do {
      entry = carol.enters(small.ref);
    } while (entry.equals(new RoomReply.Full()));
    assertThat(entry).isEqualTo(new RoomReply.Admitted(false));
  }

  @Test
  void admitsWhoIsInAlready() {
    RoomClient bob = room.guest("bob");
    bob.in(room.ref, false);
    alice.in(room.ref, true);
    arePresent("alice", "bob");
  }

  @Test
  void letsInAsManyAsMayBe() {
    TestRoom small = TestRoom.forPeople(kit, 2);
    RoomClient first = small.founder("alice");
    RoomClient bob = small.client("bob").withPlace(small.ref, false);
    RoomClient carol = small.client("carol");
    assertThat(carol.enters(small.ref)).isEqualTo(new RoomReply.Full());
    bob.arrives(small.ref);
    assertThat(carol.enters(small.ref)).isEqualTo(new RoomReply.Full());
    first.leaves(small.ref);
    carol.in(small.ref, false);
  }

  @Test
  void letsInMoreWhenMoreMayBe() {
    TestRoom small = TestRoom.forPeople(kit, 1);
    small.founder("alice");
    RoomClient bob = small.client("bob");
    assertThat(bob.enters(small.ref)).isEqualTo(new RoomReply.Full());
    small.configure(TestRoom.settings(2));
    bob.in(small.ref, false);
    small.configure(TestRoom.settings(1));
    assertThat(bob.present(small.ref).names()).containsExactly("alice", "bob");
  }

  @Test
  void saysThatTheRoomIsFullBeforeThatItIsLocked() {
    TestRoom small = TestRoom.forPeople(kit, 1);
    small.founder("alice").locks(small.ref, TestRoom.NAME);
    assertThat(small.client("bob").enters(small.ref)).isEqualTo(new RoomReply.Full());
  }
}
