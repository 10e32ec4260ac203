package chat.parley.moderation;

import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/** Asks the program to read its configuration again. */
public record ReloadRequest(ActorRef<Done> replyTo) {

  /** What came of that. */
  public record Done(List<String> lines) {}
}
