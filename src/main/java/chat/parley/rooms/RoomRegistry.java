package chat.parley.rooms;

import chat.parley.actor.Recovering;
import chat.parley.cases.Cases;
import chat.parley.names.Names;
import chat.parley.room.Room;
import chat.parley.room.RoomAccess;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReport;
import chat.parley.store.StoreClient;
import java.time.Clock;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * The room registry: finds rooms by name, opens the one that is not there, and has the one that is
 * empty stop. Whose a room is, and who may come in, each decides itself. One for the whole server.
 *
 * <p><b>One room of a name.</b> A room that was told to retire may have been entered meanwhile;
 * until it has stopped, or said that it stays, whoever asks for it waits. A room that fails for
 * good is opened anew at once. Whoever was told of a room that ends before they come in watches it,
 * and asks again.
 *
 * <p><b>Names.</b> No room is opened whose name reads like that of another one, or like one that is
 * kept for a registered name.
 *
 * <p>It never fails for good: what it cannot do it answers with {@link RegistryReply.Failed}.
 */
public final class RoomRegistry extends AbstractBehavior<RegistryCommand> {
  private static final Cases<RoomRegistry, RoomReport, Void> REPORTS =
      Cases.<RoomRegistry, RoomReport, Void>of(RoomReport.class)
          .run(RoomReport.Status.class, RoomRegistry::status)
          .run(RoomReport.Idle.class, RoomRegistry::idle)
          .run(RoomReport.OwnerProven.class, RoomRegistry::ownerProven)
          .build();

  private final OpenRooms rooms = new OpenRooms();
  private final Openings openings;
  private final Ownerships ownerships;
  private final RoomRecords records;
  private final IntConsumer count;
  private final ActorRef<RoomReport> reports;
  private final Clock clock;
  private RegistrySettings settings;
  private long roomsMade;

  /** A registry of no rooms yet. */
  public static Behavior<RegistryCommand> create(
      RegistrySettings settings, RegistryDependencies dependencies, Clock clock) {
    return Behaviors.setup(context -> new RoomRegistry(context, settings, dependencies, clock));
  }

  private RoomRegistry(
      ActorContext<RegistryCommand> context,
      RegistrySettings settings,
      RegistryDependencies dependencies,
      Clock clock) {
    super(context);
    this.settings = settings;
    this.clock = clock;
    this.count = dependencies.count();
    this.reports = context.messageAdapter(RoomReport.class, InternalCommand.FromRoom::new);
    var store =
        new StoreClient<RegistryCommand>(
            context, dependencies.store(), InternalCommand.Answered::new);
    this.ownerships =
        new Ownerships(dependencies.ownerships(), dependencies.isRegistered(), store, clock);
    this.records =
        new RoomRecords(dependencies.rooms(), dependencies.history(), dependencies.durability());
    this.openings = new Openings(settings, rooms, ownerships);
  }

  @Override
  public Receive<RegistryCommand> createReceive() {
    return new Recovering<>(
        handlers(), "the room registry", Integer.MAX_VALUE, getContext().getLog(), this::recover);
  }

  private Receive<RegistryCommand> handlers() {
    return newReceiveBuilder()
        .onMessage(RegistryCommand.Finding.class, this::onFind)
        .onMessage(InternalCommand.FromRoom.class, this::onFromRoom)
        .onMessage(InternalCommand.RoomGone.class, this::onRoomGone)
        .onMessage(RegistryCommand.ListRooms.class, this::onListRooms)
        .onMessage(RegistryCommand.Close.class, this::onClose)
        .onMessage(RegistryCommand.ForgetOwner.class, this::onForgetOwner)
        .onMessage(RegistryCommand.Configure.class, this::onConfigure)
        .onMessage(InternalCommand.Answered.class, this::onAnswered)
        .build();
  }

  private Behavior<RegistryCommand> onFind(RegistryCommand.Finding find) {
    find(find);
    return this;
  }

  private void find(RegistryCommand.Finding finding) {
    OpenRoom room = rooms.named(finding.name());
    if (room != null && room.isRetiring()) {
      room.await(finding);
    } else if (finding instanceof RegistryCommand.Find find) {
      find(find, room);
    } else {
      findKnown(finding, room);
    }
  }

  private void findKnown(RegistryCommand.Finding find, OpenRoom room) {
    find.replyTo().tell(known(find.name(), room));
  }

  private RegistryReply.ToFindKnown known(String name, OpenRoom room) {
    if (room == null && !records.isKnown(name)) {
      return new RegistryReply.Unknown(name);
    }
    if (room == null && openings.isFull()) {
      return new RegistryReply.TooManyRooms(name);
    }
    OpenRoom found = room == null ? open(name) : room;
    return new RegistryReply.Found(found.name(), found.ref());
  }

  private void find(RegistryCommand.Find find, OpenRoom room) {
    Optional<RegistryReply.ToFind> refusal =
        room == null ? openings.refusal(find) : Optional.empty();
    if (refusal.isPresent()) {
      // A room that is in the way and about to end: who asks waits for that.
      rooms
          .endingInTheWay(refusal.get())
          .ifPresentOrElse(ending -> ending.await(find), () -> find.replyTo().tell(refusal.get()));
      return;
    }
    OpenRoom found = room == null ? open(find.name()) : room;
    find.replyTo().tell(new RegistryReply.Found(found.name(), found.ref()));
  }

  private OpenRoom open(String name) {
    return open(name, RoomAccess.of(ownerships.ownerOf(Names.key(name))));
  }

  private OpenRoom open(String name, RoomAccess access) {
    // A retired room of the same name may still be stopping, so names of actors are never reused.
    ActorRef<RoomCommand> ref =
        getContext()
            .spawn(
                Room.create(records.of(name), settings.of(name), access, reports, clock),
                "room-" + ++roomsMade);
    getContext().watchWith(ref, new InternalCommand.RoomGone(ref));
    OpenRoom room = new OpenRoom(name, ref, access);
    rooms.add(room);
    count.accept(rooms.count());
    return room;
  }

  private Behavior<RegistryCommand> onFromRoom(InternalCommand.FromRoom message) {
    REPORTS.apply(this, message.report());
    return this;
  }

  private void status(RoomReport.Status status) {
    OpenRoom room = rooms.of(status.room());
    if (room == null) {
      return;
    }
    room.set(status);
    if (room.isRetiring() && status.people() > 0) {
      room.stay();
      room.released().forEach(this::find);
    }
  }

  private void idle(RoomReport.Idle idle) {
    OpenRoom room = rooms.of(idle.room());
    if (room != null) {
      room.retire();
    }
  }

  private void ownerProven(RoomReport.OwnerProven proven) {
    OpenRoom room = rooms.of(proven.room());
    if (room != null && ownerships.keep(room.name(), proven.ownerKey())) {
      room.ref().tell(new RoomCommand.BelongTo(proven.ownerKey()));
    }
  }

  private Behavior<RegistryCommand> onRoomGone(InternalCommand.RoomGone gone) {
    OpenRoom room = rooms.of(gone.room());
    if (room == null) {
      return this;
    }
    rooms.remove(room);
    records.ended(room.name());
    if (!room.isRetiring() && room.wasEntered()) {
      // It has failed. Whose it is stays as it was, and those who were in it come back.
      open(room.name(), room.access());
    }
    count.accept(rooms.count());
    room.released().forEach(this::find);
    return this;
  }

  private Behavior<RegistryCommand> onListRooms(RegistryCommand.ListRooms list) {
    list.replyTo().tell(new RegistryReply.Rooms(rooms.summaries()));
    return this;
  }

  private Behavior<RegistryCommand> onClose(RegistryCommand.Close close) {
    if (settings.isStart(close.name())) {
      close.replyTo().tell(new RegistryReply.StartRoomStays(settings.startRoom()));
      return this;
    }
    ownerships.forget(close.name());
    OpenRoom room = rooms.named(close.name());
    if (room == null) {
      close.replyTo().tell(new RegistryReply.NoSuchRoom(close.name()));
      return this;
    }
    rooms.remove(room);
    count.accept(rooms.count());
    room.ref().tell(new RoomCommand.Close(close.by()));
    room.released().forEach(this::find);
    close.replyTo().tell(new RegistryReply.RoomClosed(room.name()));
    return this;
  }

  private Behavior<RegistryCommand> onForgetOwner(RegistryCommand.ForgetOwner forget) {
    for (String name : ownerships.forgetAllOf(forget.ownerKey())) {
      OpenRoom room = rooms.named(name);
      if (room != null) {
        room.ref().tell(new RoomCommand.Disown());
      }
    }
    return this;
  }

  private Behavior<RegistryCommand> onConfigure(RegistryCommand.Configure configure) {
    settings = configure.settings();
    openings.configure(settings);
    for (OpenRoom room : rooms.all()) {
      room.ref().tell(new RoomCommand.Configure(settings.of(room.name())));
    }
    configure.replyTo().tell(new RegistryCommand.Configured());
    return this;
  }

  private Behavior<RegistryCommand> onAnswered(InternalCommand.Answered answered) {
    answered.then().run();
    return this;
  }

  /** Whoever waits is answered, so that they can go on. */
  private Behavior<RegistryCommand> recover(RegistryCommand failed) {
    if (failed instanceof RegistryCommand.Finding find) {
      find.replyTo().tell(new RegistryReply.Failed());
    } else if (failed instanceof RegistryCommand.ListRooms list) {
      list.replyTo().tell(new RegistryReply.Failed());
    } else if (failed instanceof RegistryCommand.Close close) {
      close.replyTo().tell(new RegistryReply.Failed());
    }
    return this;
  }
}
