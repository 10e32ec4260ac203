package chat.parley.session;

import chat.parley.access.Passwords;
import chat.parley.moderation.Bans;
import chat.parley.moderation.Moderation;
import chat.parley.moderation.ModerationCommand;
import chat.parley.moderation.ModerationDependencies;
import chat.parley.moderation.ModerationSettings;
import chat.parley.moderation.ReloadRequest;
import chat.parley.moderation.ServerCounts;
import chat.parley.room.RoomSettings;
import chat.parley.rooms.RegistryCommand;
import chat.parley.rooms.RegistryDependencies;
import chat.parley.rooms.RegistrySettings;
import chat.parley.rooms.RoomRegistry;
import chat.parley.store.HistorySettings.Durability;
import chat.parley.store.Store;
import chat.parley.store.StoreCommand;
import chat.parley.store.TestStoreWriter;
import chat.parley.users.MessageLimits;
import chat.parley.users.NameDependencies;
import chat.parley.users.NameService;
import chat.parley.users.NameSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;

/** The services of a server for tests: nothing is kept, and there are no passwords. */
public final class TestServices {
  private TestServices() {}

  /**
   * Starts them; everybody starts in the lobby.
   *
   * @param kit whose configuration has parley's dispatchers
   */
  public static Services spawn(ActorTestKit kit, Function<String, RoomSettings> rooms) {
    ActorRef<Passwords.Command> passwords = kit.spawn(Passwords.create());
    ActorRef<StoreCommand> store = kit.spawn(TestStoreWriter.of(Store.inMemory()));
    var bans = new Bans();
    ActorRef<RegistryCommand> registry =
        kit.spawn(
            RoomRegistry.create(
                new RegistrySettings(rooms, "lobby", 100, 100),
                new RegistryDependencies(
                    store,
                    Optional.empty(),
                    Durability.FULL,
                    List.of(),
                    List.of(),
                    key -> false,
                    count -> {}),
                Clock.systemUTC()));
    ActorRef<ModerationCommand> moderation =
        kit.spawn(
            Moderation.create(
                new ModerationSettings(Optional.empty(), 32, false, List.of()),
                new ModerationDependencies(
                    passwords,
                    store,
                    List.of(),
                    bans,
                    line -> {},
                    new ServerCounts(() -> 0, () -> 0, () -> 0),
                    kit.createTestProbe(ReloadRequest.class).ref()),
                Clock.systemUTC()));
    return new Services(
        kit.spawn(
            NameService.create(
                new NameSettings(
                    32,
                    Set.of(),
                    List.of("admin"),
                    Optional.empty(),
                    false,
                    true,
                    0,
                    1000,
                    List.of(),
                    new MessageLimits(20, 100, 1000, Duration.ofDays(90))),
                new NameDependencies(
                    passwords,
                    store,
                    List.of(),
                    List.of(),
                    bans,
                    moderation,
                    registry,
                    count -> {}),
                Clock.systemUTC())),
        moderation,
        registry);
  }
}
