package chat.parley.hosting;

import chat.parley.extension.Gate;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * A gate that stands before a room.
 *
 * @param name the extension's; one that is started anew keeps it and has another host
 * @param host what is asked
 */
public record GateRef(String name, ActorRef<Ask> host) {

  /**
   * Asks the gate.
   *
   * @param question makes the question, given where its answer goes
   * @param replyTo who is told the answer, exactly once
   */
  public record Ask(
      long ticket,
      Function<ActorRef<Gate.Answer>, Gate.Question> question,
      ActorRef<Judged> replyTo)
      implements GateHost.Command {}

  /** The answer to the question with this ticket. */
  public record Judged(long ticket, Gate.Answer answer) {}
}
