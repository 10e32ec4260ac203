package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.MemberId;
import chat.parley.extension.Gate;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * A request that is on its way through the gates, or waits its turn: a post, or somebody who wants
 * to come in. The gates are asked about one thing of it after another.
 */
interface PendingRequest {

  /** Who has made it. */
  MemberId who();

  /** Makes the question about the thing that is next, given where its answer goes. */
  Function<ActorRef<Gate.Answer>, Gate.Question> question();

  /** Has {@code content} go on in its place; returns whether that says anything. */
  boolean change(Content content);

  /** Nothing of it is left; returns whether something else is next. */
  boolean vanished();

  /** All gates have let it pass; returns whether something else is next. */
  boolean passed();

  /** A gate has answered in the room's place; returns whether something else is next. */
  boolean replied(String text);

  /** A gate has refused it; returns whether something else is next. */
  boolean refused(String why);

  /** Has failed: whoever made the request is to know that nothing comes of it. */
  void abandoned();
}
