package chat.parley.session;

import chat.parley.event.Batch;
import chat.parley.transport.ConnectionOwner;
import chat.parley.transport.ConnectionStage;
import chat.parley.transport.Frame;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/** Tells a session what becomes of its connection. */
record SessionConnection(ActorRef<SessionCommand> actor) implements ConnectionOwner {

  @Override
  public void identified(String name) {
    actor.tell(new SessionCommand.GivenName(name));
  }

  @Override
  public void connected(ActorRef<ConnectionStage.Command> connection, ActorRef<Batch> outlet) {
    actor.tell(new InternalCommand.Connected(connection, outlet));
  }

  @Override
  public void received(List<Frame> frames) {
    actor.tell(new InternalCommand.Received(frames));
  }

  @Override
  public void readOut() {
    actor.tell(new InternalCommand.ReadOut());
  }

  @Override
  public void ended() {
    actor.tell(new InternalCommand.Ended());
  }

  @Override
  public void fellBehind(long missed) {
    actor.tell(new InternalCommand.FellBehind(missed));
  }

  @Override
  public void caughtUp(long missed) {
    actor.tell(new InternalCommand.CaughtUp(missed));
  }

  @Override
  public void cutOff(String why) {
    actor.tell(new InternalCommand.CutOff(why));
  }

  @Override
  public void timedOut() {
    actor.tell(new InternalCommand.TimedOut());
  }

  @Override
  public void failed() {
    actor.tell(new InternalCommand.ConnectionGone());
  }
}
