package chat.parley.room;

import chat.parley.extension.Gate;
import chat.parley.extension.GateExtension;
import java.time.Duration;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/**
 * Stands for a gate extension before its room: passes the room's questions on and sees to it that
 * every one is answered in time, by the extension or for it.
 *
 * <p>It runs where the room runs; the extension, its child, runs elsewhere. When the extension has
 * failed too often its host tells the room so, and answers for it from then on.
 */
final class GateHost extends AbstractBehavior<GateHost.Command> {

  /** What a host can be told. */
  sealed interface Command {}

  /**
   * Asks the gate.
   *
   * @param question makes the question, given where its answer goes
   * @param replyTo who is told the answer, exactly once
   */
  record Ask(
      long ticket,
      Function<ActorRef<Gate.Answer>, Gate.Question> question,
      ActorRef<Judged> replyTo)
      implements Command {}

  /** The answer to the question with this ticket. */
  record Judged(long ticket, Gate.Answer answer) {}

  private record Answered(Ask ask, Gate.Answer answer) implements Command {}

  private final String name;
  private final Duration answerWithin;
  private final ActorRef<Room.Command> ref;
  private final Gate.Answer unanswered;
  private ActorRef<Object> extension;

  static Behavior<Command> create(
      EnabledExtension enabled, String room, ActorRef<Room.Command> ref) {
    return Behaviors.setup(context -> new GateHost(context, enabled, room, ref));
  }

  private GateHost(
      ActorContext<Command> context,
      EnabledExtension enabled,
      String room,
      ActorRef<Room.Command> ref) {
    super(context);
    this.name = enabled.name();
    this.answerWithin = enabled.allowed().answerWithin();
    this.ref = ref;
    this.unanswered =
        enabled.allowed().refuseUnanswered()
            ? new Gate.Refuse(name + " does not answer")
            : new Gate.Pass();
    GateExtension gate = (GateExtension) enabled.extension();
    extension =
        Hosting.start(context, enabled, room, () -> gate.gate(enabled.settings()), () -> {});
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Ask.class, this::onAsk)
        .onMessage(Answered.class, this::onAnswered)
        .onSignal(Terminated.class, terminated -> onExtensionGone())
        .build();
  }

  private Behavior<Command> onAsk(Ask ask) {
    if (extension == null) {
      ask.replyTo().tell(new Judged(ask.ticket(), unanswered));
    } else {
      getContext()
          .ask(
              Gate.Answer.class,
              extension.<Gate.Question>unsafeUpcast(),
              answerWithin,
              ask.question()::apply,
              (answer, failure) -> new Answered(ask, failure == null ? answer : unanswered));
    }
    return this;
  }

  private Behavior<Command> onAnswered(Answered answered) {
    answered.ask().replyTo().tell(new Judged(answered.ask().ticket(), answered.answer()));
    return this;
  }

  private Behavior<Command> onExtensionGone() {
    extension = null;
    ref.tell(new Room.Disabled(name, getContext().getSelf()));
    return this;
  }
}
