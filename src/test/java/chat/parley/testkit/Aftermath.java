package chat.parley.testkit;

import org.apache.pekko.actor.ActorCell;
import org.apache.pekko.actor.ActorRefWithCell;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.dispatch.Mailbox;

/**
 * What has become of an actor that failed. An actor between two lives answers no question, so this
 * looks at Pekko's own state of it.
 */
enum Aftermath {
  /** Its supervisor is still at work. */
  UNDECIDED,
  /** It will be started again when time has passed. */
  WAITS,
  /** It has stopped. */
  STOPPED;

  static Aftermath of(ActorRef<?> actor) {
    ActorCell cell = (ActorCell) ((ActorRefWithCell) Adapter.toClassic(actor)).underlying();
    Mailbox mailbox = cell.mailbox();
    if (cell.isTerminated()) {
      return STOPPED;
    }
    // Whoever supervises sets the timer while the actor is still running its last message; one that
    // is not to be started again is suspended from then on until it is stopped.
    return mailbox.isScheduled() || mailbox.isSuspended() || mailbox.isClosed() ? UNDECIDED : WAITS;
  }
}
