package chat.parley;

import chat.parley.directory.Directory;
import chat.parley.door.Admissions;
import chat.parley.door.Door;
import chat.parley.door.DoorAddress;
import chat.parley.door.DoorSettings;
import chat.parley.tls.ServerTls;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The guardian: starts the directory and the doors, says when all are open, and closes them.
 *
 * <p>It closes them in two steps: first all wind up, so that what anybody had said reaches
 * everybody else, whatever door they came through; then all say goodbye.
 *
 * <p>It stops, and the actor system with it, when a door could not be opened or when it was told to
 * {@link Close} and the last door has closed.
 */
final class Parley extends AbstractBehavior<Parley.Command> {

  /** What the guardian can be told. */
  sealed interface Command {}

  /** Closes all doors; sessions say goodbye. */
  record Close() implements Command {}

  /** Long enough has been waited for doors to wind up. */
  private record WindUpOver() implements Command {}

  private record FromDoor(Door.Reply reply) implements Command {}

  private static final Logger log = LoggerFactory.getLogger(Parley.class);
  private static final Duration BETWEEN_LOOKS_AT_CERTIFICATES = Duration.ofDays(1);

  private final CompletableFuture<List<DoorAddress>> ready;
  private final Map<ActorRef<Door.Command>, DoorAddress> opened = new HashMap<>();
  private final List<ActorRef<Door.Command>> doors = new ArrayList<>();
  private final Duration windUpWithin;

  /** The doors that have not wound up yet; null as long as they need not. */
  private Set<ActorRef<Door.Command>> windingUp;

  /**
   * @param ready completed with the addresses in the order of the settings when all doors are open;
   *     failed with a {@link DoorRefused} when one is not
   */
  static Behavior<Command> create(Settings settings, CompletableFuture<List<DoorAddress>> ready) {
    return Behaviors.setup(context -> new Parley(context, settings, ready));
  }

  private Parley(
      ActorContext<Command> context,
      Settings settings,
      CompletableFuture<List<DoorAddress>> ready) {
    super(context);
    this.ready = ready;
    this.windUpWithin = settings.goDown().windUpWithin();
    ActorRef<Directory.Command> directory =
        context.spawn(Directory.create(settings.directory(), Clock.systemUTC()), "directory");
    log.info(
        "at most {} connections: {}",
        settings.connections().total(),
        settings.connections().totalReason());
    Admissions admissions = new Admissions(settings.connections());
    ActorRef<Door.Reply> replies = context.messageAdapter(Door.Reply.class, FromDoor::new);
    for (DoorSettings door : settings.doors()) {
      String name = "door-" + (doors.size() + 1) + "-" + door.address().kind();
      ActorRef<Door.Command> ref =
          context.spawn(Door.create(door, admissions, directory, replies), name);
      context.watch(ref);
      doors.add(ref);
    }
    settings.doors().stream()
        .flatMap(door -> door.tls().stream())
        .distinct()
        .forEach(this::watchExpiry);
  }

  private void watchExpiry(ServerTls tls) {
    var system = getContext().getSystem();
    system
        .scheduler()
        .scheduleAtFixedRate(
            Duration.ZERO,
            BETWEEN_LOOKS_AT_CERTIFICATES,
            tls::lookAtExpiry,
            system.dispatchers().lookup(DispatcherSelector.fromConfig("parley-handshakes")));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(FromDoor.class, this::onFromDoor)
        .onMessage(Close.class, close -> onClose())
        .onMessage(WindUpOver.class, over -> onWindUpOver())
        .onSignal(Terminated.class, this::onTerminated)
        .build();
  }

  private Behavior<Command> onFromDoor(FromDoor message) {
    if (message.reply() instanceof Door.Refused refused) {
      ready.completeExceptionally(new DoorRefused(refused.address(), refused.why()));
      return Behaviors.stopped();
    }
    if (message.reply() instanceof Door.WoundUp done) {
      onWoundUp(done.door());
      return this;
    }
    if (message.reply() instanceof Door.Opened door) {
      opened.put(door.door(), door.address());
    }
    if (opened.size() == doors.size()) {
      ready.complete(doors.stream().map(opened::get).toList());
    }
    return this;
  }

  private Behavior<Command> onClose() {
    windingUp = new HashSet<>(doors);
    doors.forEach(door -> door.tell(new Door.WindUp()));
    getContext().scheduleOnce(windUpWithin, getContext().getSelf(), new WindUpOver());
    return this;
  }

  private Behavior<Command> onWindUpOver() {
    if (!windingUp.isEmpty()) {
      getContext()
          .getLog()
          .warn("not all that was said reached everybody in {} ms", windUpWithin.toMillis());
      windingUp.clear();
      sayGoodbye();
    }
    return this;
  }

  private void onWoundUp(ActorRef<Door.Command> door) {
    if (windingUp != null && windingUp.remove(door) && windingUp.isEmpty()) {
      sayGoodbye();
    }
  }

  private void sayGoodbye() {
    doors.forEach(door -> door.tell(new Door.Close()));
  }

  private Behavior<Command> onTerminated(Terminated terminated) {
    ActorRef<Door.Command> door = terminated.getRef().unsafeUpcast();
    doors.remove(door);
    onWoundUp(door);
    return doors.isEmpty() ? Behaviors.stopped() : this;
  }
}
