package chat.parley.extension;

import chat.parley.event.Content;
import chat.parley.event.MemberId;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The questions that a gate is asked, and the answers that it may give. Gates are asked in the
 * order of the configuration, each about what the one before it let pass. An author's next post
 * waits until this one is through, so the order of one author's posts is kept; other authors do not
 * wait.
 *
 * <p>A gate that does not answer within {@code parley.extension.answer-within} is passed by, or
 * refuses, as {@code parley.extension.unanswered} says.
 *
 * @since 0.1
 */
public final class Gate {
  private Gate() {}

  /** What a gate is asked. Answer every one. */
  public sealed interface Question {

    /** Where the answer goes. */
    ActorRef<Answer> replyTo();
  }

  /**
   * May this be said?
   *
   * @param author the name of who wants to say it
   * @param person whether that is a person; otherwise an extension
   * @param member who it is, whatever its name
   */
  public record Consider(
      String author, boolean person, MemberId member, Content content, ActorRef<Answer> replyTo)
      implements Question {}

  /** May this person come in? */
  public record Admit(String name, MemberId member, ActorRef<Answer> replyTo) implements Question {}

  /** What a gate may answer. */
  public sealed interface Answer {}

  /** Yes. */
  public record Pass() implements Answer {}

  /** Yes, but this instead; to {@link Admit} it means just yes. */
  public record Change(Content content) implements Answer {}

  /** Yes, but only after this time. */
  public record Delay(Duration time) implements Answer {}

  /** It is not for the room: its author alone is told {@code text}. */
  public record Reply(String text) implements Answer {}

  /** No; who asked is told why. */
  public record Refuse(String why) implements Answer {}
}
