package chat.parley.testkit;

import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.room.Ignored;
import chat.parley.room.Member;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A check that a room is calm, so that nothing is on its way in it any more. It waits for no time:
 * it asks the room and its extensions each something that is answered only after what came before,
 * until a whole round of questions finds that nothing has happened meanwhile.
 *
 * <p>It hears the room itself. What an extension does on threads of its own it cannot know of.
 */
final class Calm {
  /** As long as a scheduler takes, as the time of a scenario may be moved meanwhile. */
  static final Duration NO_TIMEOUT = Duration.ofDays(100);

  private final ActorSystem<?> system;
  private final ActorRef<RoomCommand> room;
  private final Watches watches;
  private final Duration patience;
  private final RoomListener listener;

  /** Hears of things before the others, when it is asked to. */
  private final RoomListener early;

  /** Begins to listen, when the extensions do. */
  Calm(ActorSystem<?> system, ActorRef<RoomCommand> room, Watches watches, Duration patience) {
    this.system = system;
    this.room = room;
    this.watches = watches;
    this.patience = patience;
    watches.members().forEach(each -> each.awaitStart(patience));
    listener = new RoomListener("scenario-listener", system, watches.activity());
    early = new RoomListener("scenario-early-listener", system, new AtomicLong());
    // In this order: what the early one hears the other hears too.
    ask(replyTo -> new RoomCommand.Join(listener.member(), false, replyTo));
    ask(replyTo -> new RoomCommand.Join(early.member(), false, replyTo));
  }

  private CompletionStage<RoomReply> asked(Function<ActorRef<RoomReply>, RoomCommand> question) {
    return AskPattern.ask(room, question::apply, NO_TIMEOUT, system.scheduler());
  }

  /** What the room answers to {@code question}, in time. */
  RoomReply ask(Function<ActorRef<RoomReply>, RoomCommand> question) {
    return Patience.await(asked(question), patience, "the room has not answered");
  }

  /** Who is in the room. */
  List<String> present() {
    return ((RoomReply.Present) ask(RoomCommand.AskPresent::new)).names();
  }

  /** Waits until the room knows that {@code name} is gone. */
  void awaitGone(String name) {
    await(() -> !present().contains(name), "the room still thinks that " + name + " is there");
  }

  /** Waits until what the room has taken has been sent to its members. */
  void flushed() {
    // Whom a member ignores concerns only what comes then, so it is sent now, ahead of the others,
    // what has been gathered.
    room.tell(new RoomCommand.Ignore(early.member().id(), Ignored.NOBODY));
    present();
    RoomEvent last = last(heard(early), event -> true);
    if (last != null) {
      Patience.await(listener.hasHeard(last), patience, "the room has not sent " + last);
      // The turn in which that was sent to everybody is over when this is answered.
      present();
    }
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
      List<RoomEvent> heard = heard(listener);
      for (Watch each : watches.members()) {
        RoomEvent last = last(heard, event -> !isBy(each.name(), event));
        if (last != null) {
          each.awaitDealtWith(last, patience);
        }
      }
      passGates();
      watches.members().forEach(each -> each.awaitIdle(patience));
      watches.gates().forEach(each -> each.awaitIdle(patience));
      awaitAftermath();
      flushed();
      heard(listener);
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
    return ((RoomReply.ExtensionStates) ask(RoomCommand.AskExtensions::new))
        .extensions().stream()
            .filter(RoomReply.ExtensionState::working)
            .map(RoomReply.ExtensionState::name)
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

  private List<RoomEvent> heard(RoomListener by) {
    return Patience.await(by.heard(), patience, "the listener has not answered");
  }

  private static boolean isBy(String author, RoomEvent event) {
    return event instanceof RoomEvent.Posted posted && posted.author().equals(author);
  }

  /** The last event of which {@code condition} holds; null when there is none. */
  private static RoomEvent last(List<RoomEvent> heard, Predicate<RoomEvent> condition) {
    // The first event is what the listener itself was welcomed with.
    for (int i = heard.size() - 1; i > 0; i--) {
      if (condition.test(heard.get(i))) {
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
            "scenario-runner-" + UUID.randomUUID(),
            Props.empty());
    CompletableFuture<Boolean> left = watches.holdRunner();
    Member member = RoomListener.member(WatchedBehavior.RUNNER, runner);
    asked(replyTo -> new RoomCommand.Join(member, false, replyTo));
    CompletionStage<RoomReply> through =
        asked(
            replyTo ->
                new RoomCommand.Post(member.id(), List.of(new Content.Text("may I?")), replyTo));
    ask(replyTo -> new RoomCommand.Leave(member.id(), replyTo));
    left.complete(true);
    Patience.await(through, patience, "a gate has not answered");
  }
}
