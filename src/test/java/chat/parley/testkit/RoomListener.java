package chat.parley.testkit;

import chat.parley.event.Batch;
import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import chat.parley.room.Ignored;
import chat.parley.room.Member;
import chat.parley.room.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A member that hears a room for the kit. It is not a person, and so is neither listed nor
 * announced.
 */
final class RoomListener {
  private record AskHeard(CompletableFuture<List<RoomEvent>> answer) {}

  private record AskUntil(RoomEvent event, CompletableFuture<Boolean> answer) {}

  private static final AtomicLong LAST = new AtomicLong();

  private final Member member;
  private final ActorRef<Object> ref;

  /**
   * @param activity grows with everything that it hears
   */
  RoomListener(String name, ActorSystem<?> system, AtomicLong activity) {
    this.ref = system.systemActorOf(listening(activity), unique(name), Props.empty());
    this.member = member(name, ref);
  }

  private static String unique(String name) {
    return name + "-" + UUID.randomUUID();
  }

  private static Behavior<Object> listening(AtomicLong activity) {
    List<RoomEvent> heard = new ArrayList<>();
    List<AskUntil> waiting = new ArrayList<>();
    return Behaviors.receive(Object.class)
        .onMessage(
            Batch.class,
            batch -> {
              heard.addAll(batch.events());
              activity.addAndGet(batch.events().size());
              answer(waiting, heard);
              return Behaviors.same();
            })
        .onMessage(
            AskHeard.class,
            ask -> {
              ask.answer().complete(List.copyOf(heard));
              return Behaviors.same();
            })
        .onMessage(
            AskUntil.class,
            ask -> {
              waiting.add(ask);
              answer(waiting, heard);
              return Behaviors.same();
            })
        .build();
  }

  private static void answer(List<AskUntil> waiting, List<RoomEvent> heard) {
    waiting.removeIf(
        ask -> heard.stream().anyMatch(each -> each == ask.event()) && ask.answer().complete(true));
  }

  /** The member that it is. */
  Member member() {
    return member;
  }

  /** The member called {@code name} that is nobody. */
  static Member member(String name, ActorRef<Object> ref) {
    // Negative, as it is no person; far from those of extensions.
    var id = new MemberId(0, Long.MIN_VALUE + LAST.incrementAndGet());
    return new Member(id, Profile.of(name), ref, ref.narrow(), ref.narrow(), false, Ignored.NOBODY);
  }

  /** What it has heard until now; the first is what it was welcomed with. */
  CompletableFuture<List<RoomEvent>> heard() {
    CompletableFuture<List<RoomEvent>> answer = new CompletableFuture<>();
    ref.tell(new AskHeard(answer));
    return answer;
  }

  /** Completed when it has heard this very event. */
  CompletableFuture<Boolean> hasHeard(RoomEvent event) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    ref.tell(new AskUntil(event, answer));
    return answer;
  }
}
