package chat.parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.room.RoomClient;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RoomRegistryTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final TestRegistry registry = new TestRegistry(kit, Set.of());

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @Test
  void findsTheSameRoomWithoutRegardToCase() {
    RegistryReply first = registry.finds("Lobby");
    assertThat(registry.finds("lobby")).isEqualTo(first);
    assertThat(first)
        .isEqualTo(new RegistryReply.Found("Lobby", ((RegistryReply.Found) first).room()));
    assertThat(registry.counted()).isEqualTo(1);
  }

  @Test
  void listsRoomsWithTheMostPeopleFirst() {
    registry.founder("alice", "cellar").locks(registry.room("cellar"), "cellar");
    registry.guest("bob", "lobby");
    registry.guest("carol", "lobby");
    registry.founder("dora", "attic");
    assertThat(registry.list())
        .containsExactly(
            new RegistryReply.RoomSummary("lobby", 2, false),
            new RegistryReply.RoomSummary("attic", 1, false),
            new RegistryReply.RoomSummary("cellar", 1, true));
  }

  @Test
  void listsNoRoomIntoWhichNobodyHasComeYet() {
    registry.room("cellar");
    assertThat(registry.list()).isEmpty();
  }

  @Test
  void findsARoomThatThereIsWithoutOpeningOneThatThereIsNot() {
    assertThat(registry.findsKnown("cellar")).isEqualTo(new RegistryReply.Unknown("cellar"));
    assertThat(registry.counted()).isZero();
    RegistryReply cellar = registry.finds("cellar");
    assertThat(registry.findsKnown("Cellar")).isEqualTo(cellar);
    assertThat(registry.findsKnown(TestRegistry.KEPT)).isInstanceOf(RegistryReply.Found.class);
    registry.finds("attic");
    assertThat(registry.findsKnown("attic")).isInstanceOf(RegistryReply.Found.class);
  }

  @Test
  void opensNoMoreRoomsThanMayBeForWhoOnlyReads() {
    registry.founder("alice", "cellar");
    registry.founder("bob", "attic");
    registry.founder("carol", "garden");
    assertThat(registry.findsKnown(TestRegistry.KEPT))
        .isEqualTo(new RegistryReply.TooManyRooms(TestRegistry.KEPT));
  }

  @Test
  void opensNoMoreRoomsThanMayBe() {
    registry.guest("alice", "lobby");
    registry.founder("bob", "cellar");
    registry.founder("carol", "attic");
    assertThat(registry.counted()).isEqualTo(TestRegistry.MAX_ROOMS);
    assertThat(registry.finds("garden")).isEqualTo(new RegistryReply.TooManyRooms("garden"));
    assertThat(registry.finds("CELLAR")).isInstanceOf(RegistryReply.Found.class);
  }

  @Test
  void opensOneMoreForWhoLeavesARoomEmptyOnly() {
    registry.guest("alice", "lobby");
    registry.guest("dora", "lobby");
    registry.founder("bob", "cellar");
    registry.founder("carol", "attic");
    assertThat(registry.finds("garden", "lobby"))
        .isEqualTo(new RegistryReply.TooManyRooms("garden"));
    assertThat(registry.finds("garden", "Cellar")).isInstanceOf(RegistryReply.Found.class);
  }

  @Test
  void opensNoRoomWhoseNameReadsLikeAnother() {
    registry.room("cellar");
    assertThat(registry.finds("ce11ar")).isEqualTo(new RegistryReply.LooksLike("ce11ar", "cellar"));
    assertThat(registry.finds("l0bby")).isEqualTo(new RegistryReply.LooksLike("l0bby", "lobby"));
    String mixed = "c\u0435llar";
    assertThat(registry.finds(mixed)).isEqualTo(new RegistryReply.MixesScripts(mixed));
    assertThat(registry.counted()).isEqualTo(1);
  }

  @Test
  void letsNoMorePeopleIntoARoomThanMayBe() {
    registry.guest("alice", "lobby");
    registry.guest("bob", "lobby");
    assertThat(registry.client("carol").enters(registry.room("lobby")))
        .isEqualTo(new RoomReply.Full());
  }

  @Test
  void closesRooms() {
    RoomClient alice = registry.founder("alice", "cellar");
    ActorRef<RoomCommand> cellar = registry.room("cellar");
    assertThat(registry.closes("Cellar")).isEqualTo(new RegistryReply.RoomClosed("cellar"));
    alice.isTold(new RoomReply.SentAway(cellar, "cellar", "olga", new RoomReply.Closed()));
    assertThat(registry.list()).isEmpty();
    assertThat(registry.counted()).isZero();
    ActorRef<RoomCommand> anew = registry.room("cellar");
    assertThat(anew).isNotEqualTo(cellar);
    alice.leaves(cellar);
    alice.awaitEnd(cellar);
    assertThat(registry.room("cellar")).isEqualTo(anew);
  }

  @Test
  void keepsOpenWhereEverybodyStarts() {
    registry.guest("alice", "lobby");
    assertThat(registry.closes("LOBBY")).isEqualTo(new RegistryReply.StartRoomStays("lobby"));
    assertThat(registry.closes("cellar")).isEqualTo(new RegistryReply.NoSuchRoom("cellar"));
    assertThat(registry.list()).containsExactly(new RegistryReply.RoomSummary("lobby", 1, false));
  }

  @Test
  void letsEverybodyIntoTheRoomWhereTheyStartFromNowOn() {
    RoomClient alice = registry.founder("alice", "den");
    ActorRef<RoomCommand> den = registry.room("den");
    alice.locks(den, "den");
    registry.configure(
        new RegistrySettings(name -> TestRegistry.settings(), "den", TestRegistry.MAX_ROOMS, 100));
    registry.guest("carol", "den");
    assertThat(alice.rules(den, RoomCommand.Lock::new).outcome())
        .isEqualTo(new RoomReply.NotOwner("den"));
    assertThat(registry.closes("den")).isEqualTo(new RegistryReply.StartRoomStays("den"));
  }

  @Test
  void hasRoomsGoByOtherSettingsFromNowOn() {
    registry.guest("alice", "lobby");
    registry.guest("bob", "lobby");
    registry.configure(new RegistrySettings(name -> TestRegistry.settings(), "lobby", 1, 3));
    registry.guest("carol", "lobby");
    assertThat(registry.finds("cellar")).isEqualTo(new RegistryReply.TooManyRooms("cellar"));
    assertThat(registry.list())
        .isEqualTo(List.of(new RegistryReply.RoomSummary("lobby", 3, false)));
  }
}
