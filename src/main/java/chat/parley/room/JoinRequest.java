package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.extension.Gate;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;

/** Somebody at the gates who wants to join the room. */
final class JoinRequest implements PendingRequest {
  private final Room.Join join;
  private final GatedRoom room;

  JoinRequest(Room.Join join, GatedRoom room) {
    this.join = join;
    this.room = room;
  }

  @Override
  public ActorRef<?> who() {
    return join.member().identity();
  }

  @Override
  public Function<ActorRef<Gate.Answer>, Gate.Question> question() {
    return answers -> new Gate.Admit(join.member().name(), who(), answers);
  }

  @Override
  public boolean change(Content content) {
    return true; // there is nothing of a person to change
  }

  @Override
  public boolean vanished() {
    return false; // people do not
  }

  @Override
  public boolean passed() {
    room.admit(join);
    return false;
  }

  @Override
  public boolean replied(String text) {
    return refused(text);
  }

  @Override
  public boolean refused(String why) {
    join.replyTo().tell(new Room.Refused(why));
    return false;
  }

  @Override
  public void abandoned() {
    room.failed(join);
  }
}
