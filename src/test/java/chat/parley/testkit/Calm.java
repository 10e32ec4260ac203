package chat.parley.testkit;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.room.Ignored;
import chat.parley.room.Member;
import chat.parley.room.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Finds out, without ever waiting for time, when a room and its extensions have dealt with
 * everything: it asks each something that is answered only after what came before, until a whole
 * round of questions finds that nothing has happened meanwhile.
 *
 * <p>It hears the room itself, as a member that is not a person and so is neither listed nor
 * announced. What an extension does on threads of its own it cannot know of.
 */
final class Calm {
  /** As long as a scheduler takes, as the time of a scenario may be moved meanwhile. */
  private static final Duration NO_TIMEOUT = Duration.ofDays(100);

  private static final String LISTENER = "scenario-listener";

  private record Ask(CompletableFuture<List<RoomEvent>> answer) {}

  private final ActorSystem<?> system;
  private final ActorRef<Room.Command> room;
  private final Watches watches;
  private final Duration patience;
  private final ActorRef<Object> listener;

  /** Begins to listen, when the extensions do. */
  Calm(ActorSystem<?> system, ActorRef<Room.Command> room, Watches watches, Duration patience) {
    this.system = system;
    this.room = room;
    this.watches = watches;
    this.patience = patience;
    watches.members().forEach(each -> each.awaitStart(patience));
    listener = system.systemActorOf(listening(), unique(LISTENER), Props.empty());
    ask(replyTo -> new Room.Join(unlisted(LISTENER, listener), replyTo));
  }

  private static String unique(String name) {
    return name + "-" + UUID.randomUUID();
  }

  private static Member unlisted(String name, ActorRef<Object> ref) {
    return new Member(name, ref, ref.narrow(), false, false, Ignored.NOBODY);
  }

  private Behavior<Object> listening() {
    List<RoomEvent> heard = new ArrayList<>();
    return Behaviors.receive(Object.class)
        .onMessage(
            Batch.class,
            batch -> {
              heard.addAll(batch.events());
              watches.activity().addAndGet(batch.events().size());
              return Behaviors.same();
            })
        .onMessage(
            Ask.class,
            ask -> {
              ask.answer().complete(List.copyOf(heard));
              return Behaviors.same();
            })
        .build();
  }

  private CompletionStage<Room.Reply> asked(Function<ActorRef<Room.Reply>, Room.Command> question) {
    return AskPattern.ask(room, question::apply, NO_TIMEOUT, system.scheduler());
  }

  /** What the room answers to {@code question}, in time. */
  Room.Reply ask(Function<ActorRef<Room.Reply>, Room.Command> question) {
    return Patience.await(asked(question), patience, "the room has not answered");
  }

  /** Who is in the room. */
  List<String> present() {
    return ((Room.Present) ask(Room.AskPresent::new)).names();
  }

  /** Waits until the room knows that {@code name} is gone. */
  void awaitGone(String name) {
    await(() -> !present().contains(name), "the room still thinks that " + name + " is there");
  }

  /** Waits until what the room has taken has been sent to its members. */
  void flushed() {
    // What is gathered goes out in a turn that the room asked itself for while it took the last of
    // it; that turn comes before the second of these.
    present();
    present();
  }

  /** Waits until nothing is on its way any more, unless time has to pass for it. */
  void settle() {
    long deadline = System.nanoTime() + patience.toNanos();
    long before;
    do {
      if (System.nanoTime() > deadline) {
        throw new StageFailure("the room does not become quiet");
      }
      before = watches.activity().get();
      flushed();
      List<RoomEvent> heard = heard();
      for (Watch each : watches.members()) {
        RoomEvent last = lastNotBy(each.name(), heard);
        if (last != null) {
          each.awaitDealtWith(last, patience);
        }
      }
      passGates();
      watches.members().forEach(each -> each.awaitIdle(patience));
      watches.gates().forEach(each -> each.awaitIdle(patience));
      awaitAftermath();
      flushed();
      heard();
    } while (watches.activity().get() != before);
  }

  /** Waits until a room knows of extensions that have failed for the last time. */
  private void awaitAftermath() {
    Set<String> lost = new HashSet<>();
    for (Watch each : watches.all()) {
      if (each.awaitAftermath(patience)) {
        lost.add(each.name());
      }
    }
    await(
        () -> lost.isEmpty() || working().stream().noneMatch(lost::contains),
        "the room does not know that they have failed: " + lost);
  }

  private List<String> working() {
    return ((Room.ExtensionStates) ask(Room.AskExtensions::new))
        .extensions().stream()
            .filter(Room.ExtensionState::working)
            .map(Room.ExtensionState::name)
            .toList();
  }

  /** Asks until the answer is right. */
  private void await(BooleanSupplier condition, String otherwise) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new StageFailure(otherwise);
      }
      Thread.onSpinWait();
    }
  }

  private List<RoomEvent> heard() {
    CompletableFuture<List<RoomEvent>> answer = new CompletableFuture<>();
    listener.tell(new Ask(answer));
    return Patience.await(answer, patience, "the listener has not answered");
  }

  private static RoomEvent lastNotBy(String author, List<RoomEvent> heard) {
    // The first event is what the listener itself was welcomed with.
    for (int i = heard.size() - 1; i > 0; i--) {
      if (!(heard.get(i) instanceof RoomEvent.Posted posted && posted.author().equals(author))) {
        return heard.get(i);
      }
    }
    return null;
  }

  /**
   * Sends a post through the gates, which answer one question after another: when it is through,
   * what was before it is too, or has been told to wait. Its author has left by then, so that
   * nobody ever hears it.
   */
  private void passGates() {
    if (watches.gates().isEmpty() || !watches.gates().stream().allMatch(Watch::isUp)) {
      return;
    }
    ActorRef<Object> runner =
        system.systemActorOf(
            Behaviors.receiveMessage(batch -> Behaviors.stopped()),
            unique("runner"),
            Props.empty());
    CompletableFuture<Boolean> left = watches.holdRunner();
    asked(replyTo -> new Room.Join(unlisted(Watch.RUNNER, runner), replyTo));
    CompletionStage<Room.Reply> through =
        asked(replyTo -> new Room.Post(runner, List.of(new Content.Text("may I?")), replyTo));
    ask(replyTo -> new Room.Leave(runner, replyTo));
    left.complete(true);
    Patience.await(through, patience, "a gate has not answered");
  }
}
