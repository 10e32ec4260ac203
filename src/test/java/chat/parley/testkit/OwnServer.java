package chat.parley.testkit;

import chat.parley.event.RoomEvent;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import chat.parley.room.RoomCommand;
import chat.parley.server.Server;
import com.typesafe.config.Config;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** A whole server of its own for each room, in this process, entered over TCP. */
final class OwnServer implements Venue {
  private final Duration patience;

  OwnServer(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Stage open(Plan plan) {
    return new ServerStage(plan);
  }

  @Override
  public void pass(Duration time) {
    RealTime.pass(time);
  }

  @Override
  public String howTimePasses() {
    return RealTime.HOW;
  }

  @Override
  public String toString() {
    return "over TCP to a server of its own";
  }

  @Override
  public void close() {
    // Each stage ends its server.
  }

  private record OpenRoom(ActorSystem<?> system, ActorRef<RoomCommand> ref) {}

  /** Finds out where the room is, and goes. Its host is the room's child. */
  private final class Scout implements MemberExtension {
    private CompletableFuture<OpenRoom> found = new CompletableFuture<>();

    @Override
    public String name() {
      return "scenario-scout";
    }

    @Override
    public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
      return Behaviors.setup(
          context -> {
            ActorSystem<Void> system = context.getSystem();
            Adapter.toClassic(system)
                .actorSelection(context.getSelf().path().parent().parent())
                .resolveOne(patience)
                .thenApply(room -> new OpenRoom(system, Adapter.toTyped(room)))
                .whenComplete(this::found);
            return Behaviors.stopped();
          });
    }

    private synchronized void found(OpenRoom room, Throwable failure) {
      if (failure == null) {
        found.complete(room);
      } else {
        found.completeExceptionally(failure);
      }
    }

    /** A room that there was before has been empty and so is gone. */
    synchronized void setOut() {
      found = new CompletableFuture<>();
    }

    synchronized CompletableFuture<OpenRoom> room() {
      return found;
    }
  }

  private final class ServerStage implements Stage {
    private final String roomName;
    private final Watches watches = new Watches();
    private final Scout scout = new Scout();
    private final Server server;
    private final Set<Caller> callers = ConcurrentHashMap.newKeySet();
    private OpenRoom room;
    private Calm calm;
    private int markers;

    ServerStage(Plan plan) {
      roomName = plan.room();
      server = Server.start(plan.settings(List.of("lines:0"), watches, scout));
    }

    @Override
    public Presence enter(String name, Ears ears) throws NotLetIn {
      if (isEmpty()) {
        scout.setOut();
      }
      var listener = server.listeners().get(0);
      Caller caller =
          new Caller(
              new InetSocketAddress(listener.host(), listener.port()),
              roomName,
              name,
              ears,
              patience,
              this::isGoing,
              this::awaitGone);
      caller.enter();
      callers.add(caller);
      calm();
      return caller;
    }

    private boolean isGoing(String name) {
      return callers.stream().anyMatch(each -> each.name().equals(name) && !each.isThere());
    }

    private boolean isEmpty() {
      return callers.stream().noneMatch(Caller::isThere);
    }

    private void awaitGone(String name) {
      if (!isEmpty()) { // otherwise the room is gone too
        calm().awaitGone(name);
      }
    }

    /** What knows when the room is calm; the room may be another one than before. */
    private Calm calm() {
      OpenRoom now = Patience.await(scout.room(), patience, "the room has not been opened");
      if (!now.equals(room)) {
        room = now;
        calm = new Calm(now.system(), now.ref(), watches, patience);
      }
      return calm;
    }

    private List<Caller> reading() {
      return callers.stream().filter(Caller::isReading).toList();
    }

    @Override
    public void deliver() {
      if (isEmpty()) {
        return;
      }
      calm().flushed();
      awaitTold();
    }

    @Override
    public void settle() {
      if (isEmpty()) {
        return;
      }
      List<Caller> reading = reading();
      List<CompletableFuture<String>> heeded = reading.stream().map(Caller::heeded).toList();
      for (int i = 0; i < reading.size(); i++) {
        Caller caller = reading.get(i);
        watches.awaitConsidered(caller.name(), caller.said(), heeded.get(i), patience);
      }
      calm().settle();
      awaitTold();
    }

    /** The room tells each something that the kit hears, after all that it has told before. */
    private void awaitTold() {
      String marker = "scenario marker " + ++markers;
      List<CompletableFuture<String>> told =
          reading().stream()
              .map(
                  each -> {
                    CompletableFuture<String> heard = each.hearing("* " + marker);
                    room.ref().tell(new RoomCommand.Tell(each.name(), marker));
                    return heard;
                  })
              .toList();
      told.forEach(each -> Patience.await(each, patience, "the server has not told everything"));
    }

    @Override
    public void crash(String extension) {
      watches.crash(extension, patience);
    }

    @Override
    public void close() {
      callers.forEach(Caller::close);
      server.close();
    }
  }
}
