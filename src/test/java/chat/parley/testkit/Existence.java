package chat.parley.testkit;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;

/**
 * The question whether an actor exists. Pekko answers it, also for an actor that has failed and
 * waits to be started again, and not before the actor's turn is over: its supervisor has decided by
 * then.
 */
final class Existence {
  private Existence() {}

  /**
   * Whether {@code actor} has not stopped.
   *
   * @param timeout how long Pekko waits for it, in the time of {@code system}
   */
  static CompletionStage<Boolean> of(ActorRef<?> actor, ActorSystem<?> system, Duration timeout) {
    return Adapter.toClassic(system)
        .actorSelection(actor.path())
        .resolveOne(timeout)
        .handle((found, missing) -> missing == null);
  }
}
