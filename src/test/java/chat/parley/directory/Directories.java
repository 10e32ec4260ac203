package chat.parley.directory;

import chat.parley.access.Passwords;
import chat.parley.moderation.BannedAddresses;
import chat.parley.room.RoomSettings;
import chat.parley.store.Store;
import chat.parley.store.StoreWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;

/** Directories for tests: nothing is kept, and there are no passwords. */
public final class Directories {
  private Directories() {}

  /**
   * Starts one.
   *
   * @param kit whose configuration has parley's dispatchers
   */
  public static ActorRef<Directory.Command> spawn(
      ActorTestKit kit,
      Function<String, RoomSettings> rooms,
      int maxRooms,
      int maxPeople,
      Set<String> reservedNames) {
    var settings =
        new DirectorySettings(
            rooms,
            "lobby",
            maxRooms,
            maxPeople,
            32,
            reservedNames,
            List.of("admin"),
            Optional.empty(),
            Optional.empty(),
            false,
            true,
            0,
            1000,
            List.of());
    return kit.spawn(Directory.create(settings, foundation(kit), Clock.systemUTC()));
  }

  private static DirectoryDependencies foundation(ActorTestKit kit) {
    Store store = Store.inMemory();
    return new DirectoryDependencies(
        kit.spawn(Passwords.create()),
        kit.spawn(StoreWriter.create(store)),
        store.load(),
        new BannedAddresses(),
        line -> {},
        () -> 0,
        kit.createTestProbe(Directory.ReloadSettings.class).ref());
  }
}
