package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.MemberId;
import chat.parley.extension.Gate;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;

/** Somebody at the gates who wants to join the room. */
final class JoinRequest implements PendingRequest {
  private final RoomCommand.Join join;
  private final GatedRoom room;

  JoinRequest(RoomCommand.Join join, GatedRoom room) {
    this.join = join;
    this.room = room;
  }

  @Override
  public MemberId who() {
    return join.member().id();
  }

  @Override
  public Function<ActorRef<Gate.Answer>, Gate.Question> question() {
    return answers -> new Gate.Admit(join.member().profile().name(), who(), answers);
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
    room.refuse(join, why);
    return false;
  }

  @Override
  public void abandoned() {
    room.failed(join);
  }
}
