package chat.parley.server;

import chat.parley.access.Passwords;
import chat.parley.config.Settings;
import chat.parley.moderation.Bans;
import chat.parley.moderation.Moderation;
import chat.parley.moderation.ModerationCommand;
import chat.parley.moderation.ModerationDependencies;
import chat.parley.moderation.ReloadRequest;
import chat.parley.moderation.ServerCounts;
import chat.parley.rooms.RegistryCommand;
import chat.parley.rooms.RegistryDependencies;
import chat.parley.rooms.RoomRegistry;
import chat.parley.session.Services;
import chat.parley.store.Registration;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoreWriter;
import chat.parley.store.StoredState;
import chat.parley.users.NameCommand;
import chat.parley.users.NameDependencies;
import chat.parley.users.NameService;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * The actors of which there is one each for the whole server, as children of the guardian: the room
 * registry, moderation and the name service, with those that they have passwords checked and things
 * kept by.
 */
final class ServiceActors {
  /** How many parts of the server answer when they are told other settings. */
  static final int CONFIGURED = 3;

  private final ActorRef<StoreCommand> store;
  private final Services services;
  private final ActorRef<NameCommand.Configured> names;
  private final ActorRef<ModerationCommand.Configured> moderation;
  private final ActorRef<RegistryCommand.Configured> rooms;

  /**
   * Starts them.
   *
   * @param bans told of every ban
   * @param connections how many there are
   * @param reloader reads the configuration again
   * @param configured a message for the guardian: one of them goes by other settings
   */
  <M> ServiceActors(
      ActorContext<M> context,
      Settings settings,
      Storage storage,
      Bans bans,
      IntSupplier connections,
      ActorRef<ReloadRequest> reloader,
      M configured) {
    this.names = context.messageAdapter(NameCommand.Configured.class, done -> configured);
    this.moderation =
        context.messageAdapter(ModerationCommand.Configured.class, done -> configured);
    this.rooms = context.messageAdapter(RegistryCommand.Configured.class, done -> configured);
    this.store =
        context.spawn(
            StoreWriter.create(
                storage.store(),
                settings.history(),
                settings.rooms()::retention,
                Clock.systemUTC()),
            "store-writer");
    this.services = start(context, settings, storage, store, bans, connections, reloader);
  }

  private static Services start(
      ActorContext<?> context,
      Settings settings,
      Storage storage,
      ActorRef<StoreCommand> store,
      Bans bans,
      IntSupplier connections,
      ActorRef<ReloadRequest> reloader) {
    Clock clock = Clock.systemUTC();
    StoredState kept = storage.kept();
    var openRooms = new AtomicInteger();
    var registeredNames = new AtomicInteger();
    ActorRef<Passwords.Command> passwords = context.spawn(Passwords.create(), "passwords");
    Set<String> registered =
        kept.registrations().stream().map(Registration::key).collect(Collectors.toSet());
    ActorRef<RegistryCommand> registry =
        context.spawn(
            RoomRegistry.create(
                settings.rooms(),
                new RegistryDependencies(
                    store,
                    settings.store().keeps() ? Optional.of(store) : Optional.empty(),
                    settings.history().durability(),
                    kept.rooms(),
                    kept.ownerships(),
                    registered::contains,
                    openRooms::set),
                clock),
            "rooms");
    ActorRef<ModerationCommand> moderation =
        context.spawn(
            Moderation.create(
                settings.moderation(),
                new ModerationDependencies(
                    passwords,
                    store,
                    kept.sanctions(),
                    bans,
                    storage.audit()::write,
                    new ServerCounts(connections, openRooms::get, registeredNames::get),
                    reloader),
                clock),
            "moderation");
    ActorRef<NameCommand> nameService =
        context.spawn(
            NameService.create(
                settings.names(),
                new NameDependencies(
                    passwords,
                    store,
                    kept.registrations(),
                    kept.messages(),
                    bans,
                    moderation,
                    registry,
                    registeredNames::set),
                clock),
            "names");
    return new Services(nameService, moderation, registry);
  }

  /** Those whom sessions ask. */
  Services services() {
    return services;
  }

  /**
   * Has all go by other settings; {@value #CONFIGURED} times the guardian is told that one does.
   */
  void configure(Settings settings) {
    services.names().tell(new NameCommand.Configure(settings.names(), names));
    services.moderation().tell(new ModerationCommand.Configure(settings.moderation(), moderation));
    store.tell(new StoreCommand.Configure(settings.history(), settings.rooms()::retention));
    services.rooms().tell(new RegistryCommand.Configure(settings.rooms(), rooms));
  }
}
