package chat.parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.room.RoomClient;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import com.typesafe.config.ConfigFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What comes after a room that has failed for good. */
class FailedRoomTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  /** A clock that does not know the time now and then; a room asks it once for each post. */
  private static final class StumblingClock extends Clock {
    private volatile boolean fails;

    @Override
    public Instant instant() {
      if (fails) {
        throw new IllegalStateException("no time");
      }
      return TestRegistry.NOON;
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

  private final StumblingClock clock = new StumblingClock();
  private final TestRegistry registry =
      new TestRegistry(kit, clock, Set.of("alice"), TestRegistry.ownership("cellar", "alice"));

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  /** Has the room that the member is in fail for good. */
  private void fails(ActorRef<RoomCommand> room, RoomClient member) {
    clock.fails = true;
    for (int i = 0; i < 10; i++) {
      member.says(room, "something");
    }
    member.awaitEnd(room);
    clock.fails = false;
  }

  /** The room that has been opened in the place of {@code failed}. */
  private ActorRef<RoomCommand> anew(String name, ActorRef<RoomCommand> failed) {
    ActorRef<RoomCommand> found;
    do {
      found = registry.room(name);
    } while (found.equals(failed));
    return found;
  }

  /** Enters as {@link RoomClient#in}, whatever the old room has said before. */
  private static void returns(RoomClient client, ActorRef<RoomCommand> room, boolean founder) {
    RoomReply reply = client.enters(room);
    while (reply instanceof RoomReply.Accepted || reply instanceof RoomReply.OpenedAnew) {
      reply = client.answer();
    }
    assertThat(reply).isEqualTo(new RoomReply.Admitted(founder));
  }

  @Test
  void isTheSameForAllWhoComeBack() {
    RoomClient alice = registry.guest("alice", "lobby");
    RoomClient bob = registry.guest("bob", "lobby");
    ActorRef<RoomCommand> lobby = registry.room("lobby");
    fails(lobby, alice);
    ActorRef<RoomCommand> anew = anew("lobby", lobby);
    returns(alice, anew, false);
    returns(bob, anew, false);
    assertThat(alice.present(anew).names()).containsExactly("alice", "bob");
    assertThat(registry.counted()).isEqualTo(1);
  }

  @Test
  void belongsToWhoHasMadeTheOld() {
    RoomClient alice = registry.founder("alice", "den");
    RoomClient bob = registry.guest("bob", "den");
    ActorRef<RoomCommand> den = registry.room("den");
    fails(den, bob);
    ActorRef<RoomCommand> anew = anew("den", den);
    returns(bob, anew, false);
    returns(alice, anew, true);
    alice.locks(anew, "den");
  }

  @Test
  void isLockedAsTheOldWasButLetsInWhoWasThere() {
    RoomClient alice = registry.founder("alice", "den");
    RoomClient bob = registry.guest("bob", "den");
    ActorRef<RoomCommand> den = registry.room("den");
    RoomClient carol = registry.client("carol");
    alice.locks(den, "den");
    alice.invites(den, carol);
    carol.answer();
    fails(den, bob);
    ActorRef<RoomCommand> anew = anew("den", den);
    assertThat(registry.client("eve").enters(anew)).isEqualTo(new RoomReply.Locked());
    returns(alice, anew, true);
    returns(bob, anew, false);
    bob.leaves(anew);
    assertThat(bob.enters(anew)).isEqualTo(new RoomReply.Locked());
    returns(carol, anew, false);
  }

  @Test
  void belongsToTheRegisteredNameOfTheOld() {
    RoomClient bob = registry.guest("bob", "cellar");
    ActorRef<RoomCommand> cellar = registry.room("cellar");
    fails(cellar, bob);
    ActorRef<RoomCommand> anew = anew("cellar", cellar);
    returns(bob, anew, false);
    registry.client("alice").registered().in(anew, false).locks(anew, "cellar");
  }

  @Test
  void isOpenWhenItsOwnerHasLeftTheServerMeanwhile() {
    RoomClient alice = registry.founder("alice", "den");
    RoomClient bob = registry.guest("bob", "den");
    ActorRef<RoomCommand> den = registry.room("den");
    alice.locks(den, "den");
    alice.quits();
    fails(den, bob);
    ActorRef<RoomCommand> anew = anew("den", den);
    returns(bob, anew, false);
    letsIn(anew, registry.client("carol"));
  }

  /** Lets somebody in before long. */
  private static void letsIn(ActorRef<RoomCommand> room, RoomClient client) {
    RoomReply entry;
    do {
      entry = client.enters(room);
    } while (entry.equals(new RoomReply.Locked()));
    assertThat(entry).isEqualTo(new RoomReply.Admitted(false));
  }

  @Test
  void isOpenWhenItsOwnerLeavesTheServerFromElsewhere() {
    RoomClient alice = registry.founder("alice", "den");
    RoomClient bob = registry.guest("bob", "den");
    ActorRef<RoomCommand> den = registry.room("den");
    alice.locks(den, "den");
    alice.leaves(den);
    fails(den, bob);
    ActorRef<RoomCommand> anew = anew("den", den);
    alice.isTold(new RoomReply.OpenedAnew(anew));
    returns(bob, anew, false);
    RoomClient carol = registry.client("carol");
    assertThat(carol.enters(anew)).isEqualTo(new RoomReply.Locked());
    alice.quits();
    letsIn(anew, carol);
  }
}
