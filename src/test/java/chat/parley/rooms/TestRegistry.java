package chat.parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.SetClock;
import chat.parley.room.RoomClient;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomSettings;
import chat.parley.store.HistorySettings.Durability;
import chat.parley.store.Ownership;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoredRoom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** A registry of at most three rooms, of two people each, where everybody starts in the lobby. */
final class TestRegistry {
  static final int MAX_ROOMS = 3;

  /** The name, and its key, of a room of which something is kept. */
  static final String KEPT = "attic-of-before";

  static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  final ActorRef<RegistryCommand> ref;
  final TestProbe<StoreCommand> store;
  private final ActorTestKit kit;
  private final TestProbe<RegistryReply> replies;
  private volatile int count;

  /**
   * @param registered the keys of the names that are registered
   */
  TestRegistry(ActorTestKit kit, Set<String> registered, Ownership... kept) {
    this(kit, new SetClock(NOON), registered, kept);
  }

  TestRegistry(ActorTestKit kit, Clock clock, Set<String> registered, Ownership... kept) {
    this.kit = kit;
    this.replies = kit.createTestProbe(RegistryReply.class);
    this.store = kit.createTestProbe(StoreCommand.class);
    var settings = new RegistrySettings(name -> settings(), "lobby", MAX_ROOMS, 2);
    var dependencies =
        new RegistryDependencies(
            store.ref(),
            Optional.of(store.ref()),
            Durability.FULL,
            List.of(new StoredRoom(KEPT, KEPT, "e", 0, "a topic")),
            Arrays.asList(kept),
            registered::contains,
            now -> count = now);
    this.ref = kit.spawn(RoomRegistry.create(settings, dependencies, clock));
  }

  static RoomSettings settings() {
    return new RoomSettings(10, 1000, 0, 50, 100, 10_000);
  }

  /** Goes by other settings from now on. */
  void configure(RegistrySettings settings) {
    TestProbe<RegistryCommand.Configured> configured =
        kit.createTestProbe(RegistryCommand.Configured.class);
    ref.tell(new RegistryCommand.Configure(settings, configured.ref()));
    configured.receiveMessage();
  }

  /** How many rooms there are, as whoever counts them has been told. */
  int counted() {
    list();
    return count;
  }

  private RegistryReply asks(Function<ActorRef<RegistryReply>, RegistryCommand> question) {
    ref.tell(question.apply(replies.ref()));
    return replies.receiveMessage();
  }

  /** What is answered to who is in no room and looks for one. */
  RegistryReply finds(String name) {
    return finds(name, "");
  }

  RegistryReply finds(String name, String leaving) {
    return asks(replyTo -> new RegistryCommand.Find(name, leaving, replyTo));
  }

  RegistryReply findsKnown(String name) {
    return asks(replyTo -> new RegistryCommand.FindKnown(name, replyTo));
  }

  /** The room of that name, which is opened if there is none. */
  ActorRef<RoomCommand> room(String name) {
    RegistryReply reply = finds(name);
    assertThat(reply).isInstanceOf(RegistryReply.Found.class);
    return ((RegistryReply.Found) reply).room();
  }

  RegistryReply closes(String name) {
    return asks(replyTo -> new RegistryCommand.Close(name, "olga", replyTo));
  }

  List<RegistryReply.RoomSummary> list() {
    return ((RegistryReply.Rooms) asks(RegistryCommand.ListRooms::new)).rooms();
  }

  RoomClient client(String name) {
    return new RoomClient(kit, name);
  }

  /** Somebody who has made that room, which is theirs, and is in it. */
  RoomClient founder(String name, String room) {
    return client(name).in(room(room), true);
  }

  /** Somebody who is in that room. */
  RoomClient guest(String name, String room) {
    return client(name).in(room(room), false);
  }

  static Ownership ownership(String room, String ownerKey) {
    return new Ownership(room, room, ownerKey, NOON);
  }
}
