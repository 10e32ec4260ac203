package chat.parley.session;

import chat.parley.room.RoomCommand;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * What a session has asked somebody and is not answered yet: at most one thing at a time. It does
 * nothing else until then.
 */
final class PendingQuestion {
  private Consumer<Object> answer;

  /** The room that was asked; null when it was somebody else. */
  private ActorRef<RoomCommand> room;

  private Runnable ifGone;

  boolean isOpen() {
    return answer != null;
  }

  /**
   * Something has been asked.
   *
   * @param type what the answer is
   */
  <T> void expect(Class<T> type, Consumer<T> then) {
    answer = reply -> then.accept(type.cast(reply));
  }

  /**
   * Something has been asked of a room.
   *
   * @param gone what is done in place of {@code then} when the room ends and does not answer
   */
  <T> void expect(ActorRef<RoomCommand> asked, Class<T> type, Consumer<T> then, Runnable gone) {
    room = asked;
    ifGone = gone;
    expect(type, then);
  }

  /** The answer has come. */
  void answered(Object reply) {
    Consumer<Object> then = answer;
    drop();
    if (then != null) {
      then.accept(reply);
    }
  }

  /** Whatever was asked, nobody waits for the answer any more. */
  void drop() {
    answer = null;
    room = null;
    ifGone = null;
  }

  /** A room has ended: what it was asked it does not answer. */
  void roomGone(ActorRef<RoomCommand> gone) {
    if (gone.equals(room)) {
      Runnable then = ifGone;
      drop();
      then.run();
    }
  }
}
