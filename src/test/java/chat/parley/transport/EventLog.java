package chat.parley.transport;

import chat.parley.event.Batch;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;

/** An owner of a connection that passes on what it is told, a record each. */
record EventLog(ActorRef<?> actor, Consumer<Object> log) implements ConnectionOwner {

  record Identified(String name) {}

  record Connected(ActorRef<ConnectionStage.Command> connection, ActorRef<Batch> outlet) {}

  record Received(List<Frame> frames) {

    static Received lines(String... lines) {
      return new Received(Stream.of(lines).<Frame>map(Frame.Line::new).toList());
    }
  }

  record ReadOut() {}

  record Ended() {}

  record FellBehind(long missed) {}

  record CaughtUp(long missed) {}

  record CutOff(String why) {}

  record TimedOut() {}

  record Failed() {}

  @Override
  public void identified(String name) {
    log.accept(new Identified(name));
  }

  @Override
  public void connected(ActorRef<ConnectionStage.Command> connection, ActorRef<Batch> outlet) {
    log.accept(new Connected(connection, outlet));
  }

  @Override
  public void received(List<Frame> frames) {
    log.accept(new Received(frames));
  }

  @Override
  public void readOut() {
    log.accept(new ReadOut());
  }

  @Override
  public void ended() {
    log.accept(new Ended());
  }

  @Override
  public void fellBehind(long missed) {
    log.accept(new FellBehind(missed));
  }

  @Override
  public void caughtUp(long missed) {
    log.accept(new CaughtUp(missed));
  }

  @Override
  public void cutOff(String why) {
    log.accept(new CutOff(why));
  }

  @Override
  public void timedOut() {
    log.accept(new TimedOut());
  }

  @Override
  public void failed() {
    log.accept(new Failed());
  }
}
