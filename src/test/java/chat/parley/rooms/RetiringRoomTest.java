package chat.parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.room.RoomClient;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import com.typesafe.config.ConfigFactory;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Rooms in which nobody is any more. */
class RetiringRoomTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final TestRegistry registry = new TestRegistry(kit, Set.of());

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @Test
  void endWhenTheLastPersonGoesElsewhere() {
    RoomClient alice = registry.guest("alice", "lobby");
    ActorRef<RoomCommand> lobby = registry.room("lobby");
    ActorRef<RoomCommand> cellar = registry.room("cellar");
    alice.withPlace(cellar, true);
    // The room waits for its last member, so that nothing it still hears is lost.
    assertThat(alice.present(lobby).names()).containsExactly("alice");
    alice.leaves(lobby);
    alice.arrives(cellar);
    alice.awaitEnd(lobby);
    assertThat(registry.room("lobby")).isNotEqualTo(lobby);
    assertThat(alice.present(cellar).names()).containsExactly("alice");
  }

  @Test
  void endWhenTheLastPersonsSessionStops() {
    RoomClient alice = registry.guest("alice", "lobby");
    ActorRef<RoomCommand> lobby = registry.room("lobby");
    alice.quits();
    alice.awaitEnd(lobby);
  }

  @Test
  void stayForWhoHasAPlace() {
    RoomClient alice = registry.founder("alice", "den");
    ActorRef<RoomCommand> den = registry.room("den");
    RoomClient bob = registry.client("bob").withPlace(den, false);
    alice.leaves(den);
    bob.arrives(den);
    assertThat(bob.present(den).names()).containsExactly("bob");
    assertThat(registry.room("den")).isEqualTo(den);
  }

  @Test
  void endWhenTheLastPlaceIsGivenUp() {
    RoomClient alice = registry.founder("alice", "den");
    ActorRef<RoomCommand> den = registry.room("den");
    RoomClient bob = registry.client("bob").withPlace(den, false);
    alice.leaves(den);
    bob.leaves(den);
    bob.awaitEnd(den);
    registry.founder("carol", "den");
  }

  @Test
  void giveWayToOnesThatWorkForWhoComesMeanwhile() {
    for (int i = 0; i < 100; i++) {
      RoomClient alice = registry.guest("alice", "lobby");
      ActorRef<RoomCommand> lobby = registry.room("lobby");
      alice.leaves(lobby);
      RoomClient bob = registry.client("bob");
      ActorRef<RoomCommand> found;
      RoomReply reply;
      do {
        found = registry.room("lobby");
        reply = bob.entersUnlessItEnds(found);
      } while (reply.equals(new RoomReply.Failed()));
      assertThat(reply).isEqualTo(new RoomReply.Admitted(false));
      assertThat(bob.present(found).names()).containsExactly("bob");
      assertThat(registry.room("lobby")).isEqualTo(found);
      bob.leaves(found);
      bob.awaitEnd(found);
    }
  }

  @Test
  void makeRoomForAnother() {
    registry.guest("alice", "lobby");
    registry.founder("bob", "cellar");
    RoomClient carol = registry.founder("carol", "attic");
    ActorRef<RoomCommand> attic = registry.room("attic");
    carol.leaves(attic);
    carol.awaitEnd(attic);
    RegistryReply reply;
    do {
      reply = registry.finds("garden");
    } while (reply.equals(new RegistryReply.TooManyRooms("garden")));
    assertThat(reply).isInstanceOf(RegistryReply.Found.class);
    assertThat(registry.counted()).isEqualTo(TestRegistry.MAX_ROOMS);
  }
}
