package chat.parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.room.RoomClient;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import chat.parley.store.Ownership;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoredRecord;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Rooms that belong to registered names. */
class OwnedRoomsTest {
  private static final Ownership ALICES = TestRegistry.ownership("den", "alice");
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private final TestRegistry registry = new TestRegistry(kit, Set.of("alice"), ALICES);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private void isKept(TestRegistry by, StoredRecord record) {
    assertThat(by.store.receiveMessage())
        .isInstanceOfSatisfying(
            StoreCommand.Keep.class, keep -> assertThat(keep.item()).isEqualTo(record));
  }

  private void isForgotten(TestRegistry by, StoredRecord record) {
    assertThat(by.store.receiveMessage())
        .isInstanceOfSatisfying(
            StoreCommand.Forget.class, forget -> assertThat(forget.id()).isEqualTo(record.id()));
  }

  private RoomClient alice() {
    return registry.client("alice").registered();
  }

  @Test
  void belongToThemAlsoAfterARestartWhoeverOpensThem() {
    RoomClient bob = registry.guest("bob", "den");
    ActorRef<RoomCommand> den = registry.room("den");
    alice().in(den, false).locks(den, "den");
    bob.leaves(den);
    assertThat(bob.enters(den)).isEqualTo(new RoomReply.Locked());
    assertThat(registry.list()).containsExactly(new RegistryReply.RoomSummary("den", 1, true));
  }

  @Test
  void belongToNobodyWhoseNameIsNotRegisteredAnyMore() {
    TestRegistry later = new TestRegistry(kit, Set.of(), ALICES);
    isForgotten(later, ALICES);
    later.founder("bob", "den");
  }

  @Test
  void areKeptForWhoMakesThem() {
    ActorRef<RoomCommand> attic = registry.room("attic");
    alice().in(attic, true);
    isKept(registry, TestRegistry.ownership("attic", "alice"));
  }

  @Test
  void areTheirsNoLongerWhenTheNameIsGivenUp() {
    RoomClient alice = alice().in(registry.room("den"), false);
    alice.locks(registry.room("den"), "den");
    registry.ref.tell(new RegistryCommand.ForgetOwner("alice"));
    isForgotten(registry, ALICES);
    registry.guest("bob", "den");
    assertThat(alice.rules(registry.room("den"), RoomCommand.Lock::new).outcome())
        .isEqualTo(new RoomReply.NotOwner("den"));
  }

  @Test
  void areAnybodysToMakeWhenTheNameWasGivenUp() {
    RoomClient alice = alice().in(registry.room("den"), false);
    ActorRef<RoomCommand> den = registry.room("den");
    alice.locks(den, "den");
    registry.ref.tell(new RegistryCommand.ForgetOwner("alice"));
    alice.leaves(den);
    alice.awaitEnd(den);
    isForgotten(registry, ALICES);
    RoomClient next = alice().in(registry.room("den"), true);
    isKept(registry, TestRegistry.ownership("den", "alice"));
    next.locks(registry.room("den"), "den");
  }

  @Test
  void belongToNobodyAnyMoreWhenTheyAreClosed() {
    RoomClient bob = registry.guest("bob", "den");
    assertThat(registry.closes("den")).isEqualTo(new RegistryReply.RoomClosed("den"));
    isForgotten(registry, ALICES);
    bob.quits();
    registry.founder("carol", "den");
  }

  @Test
  void belongToNobodyAnyMoreWhenTheyAreClosedWhileNobodyIsThere() {
    assertThat(registry.closes("den")).isEqualTo(new RegistryReply.NoSuchRoom("den"));
    isForgotten(registry, ALICES);
    registry.founder("carol", "den");
  }

  @Test
  void keepTheirNamesFromThoseThatReadLikeThem() {
    TestRegistry other =
        new TestRegistry(kit, Set.of("alice"), TestRegistry.ownership("l0bby", "alice"));
    assertThat(other.finds("l0bby")).isInstanceOf(RegistryReply.Found.class);
    TestRegistry cellar =
        new TestRegistry(kit, Set.of("alice"), TestRegistry.ownership("cellar", "alice"));
    assertThat(cellar.finds("ce11ar")).isEqualTo(new RegistryReply.LooksLike("ce11ar", "cellar"));
  }

  @Test
  void areBoundedForEachName() {
    Ownership[] all = new Ownership[Ownerships.MAX_PER_NAME];
    for (int i = 0; i < all.length; i++) {
      all[i] = TestRegistry.ownership("n" + i, "alice");
    }
    TestRegistry full = new TestRegistry(kit, Set.of("alice", "bob"), all);
    RoomClient alice = full.client("alice").registered().in(full.room("attic"), true);
    full.client("bob").registered().in(full.room("cellar"), true);
    isKept(full, TestRegistry.ownership("cellar", "bob"));
    full.store.expectNoMessage(Duration.ZERO);
    alice.locks(full.room("attic"), "attic"); // as its maker, as long as she is here
  }

  @Test
  void areNotMadeOfTheRoomWhereEverybodyStarts() {
    alice().in(registry.room("lobby"), false);
    registry.store.expectNoMessage(Duration.ZERO);
  }
}
