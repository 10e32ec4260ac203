package chat.parley.hosting;

import chat.parley.extension.Gate;
import chat.parley.extension.GateExtension;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * The host of a gate extension, which it stands for before the room: passes the room's questions on
 * and sees to it that every one is answered in time, by the extension or for it.
 *
 * <p>It runs where the room runs; the extension, its child, runs elsewhere. When the extension has
 * failed too often its host tells the room so, and answers for it from then on.
 */
final class GateHost extends AbstractBehavior<GateHost.Command> {

  /** What a host can be told. */
  sealed interface Command permits GateRef.Ask, Answered {}

  private record Answered(GateRef.Ask ask, Gate.Answer answer) implements Command {}

  private final String name;
  private final Duration answerWithin;
  private final HostingRoom room;
  private final Gate.Answer unanswered;
  private ActorRef<Object> extension;

  static Behavior<Command> create(EnabledExtension enabled, HostingRoom room) {
    return Behaviors.setup(context -> new GateHost(context, enabled, room));
  }

  private GateHost(ActorContext<Command> context, EnabledExtension enabled, HostingRoom room) {
    super(context);
    this.name = enabled.name();
    this.answerWithin = enabled.allowed().answerWithin();
    this.room = room;
    this.unanswered =
        enabled.allowed().refuseUnanswered()
            ? new Gate.Refuse(name + " does not answer")
            : new Gate.Pass();
    GateExtension gate = (GateExtension) enabled.extension();
    extension =
        ExtensionSpawner.start(
            context, enabled, room.name(), () -> gate.gate(enabled.settings()), () -> {});
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(GateRef.Ask.class, this::onAsk)
        .onMessage(Answered.class, this::onAnswered)
        .onSignal(Terminated.class, terminated -> onExtensionGone())
        .build();
  }

  private Behavior<Command> onAsk(GateRef.Ask ask) {
    if (extension == null) {
      ask.replyTo().tell(new GateRef.Judged(ask.ticket(), unanswered));
    } else {
      ActorRef<Command> self = getContext().getSelf();
      // Not the context's ask: that takes another thread for each answer, where one answer may
      // overtake another.
      var unused =
          AskPattern.<Gate.Question, Gate.Answer>ask(
                  extension.unsafeUpcast(),
                  ask.question()::apply,
                  answerWithin,
                  getContext().getSystem().scheduler())
              .whenCompleteAsync(
                  (answer, failure) ->
                      self.tell(new Answered(ask, failure == null ? answer : unanswered)),
                  Runnable::run);
    }
    return this;
  }

  private Behavior<Command> onAnswered(Answered answered) {
    answered.ask().replyTo().tell(new GateRef.Judged(answered.ask().ticket(), answered.answer()));
    return this;
  }

  private Behavior<Command> onExtensionGone() {
    extension = null;
    room.disable(name, getContext().getSelf());
    return this;
  }
}
