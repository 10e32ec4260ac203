package chat.parley.transport;

import chat.parley.event.Batch;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Whom a connection is for. It is told what becomes of the connection, in the order in which that
 * happens and on the connection's thread, so it only passes on what it is told.
 */
public interface ConnectionOwner {

  /** The actor with which the connection ends. */
  ActorRef<?> actor();

  /** The client's certificate says what the client is called; told before {@link #connected}. */
  void identified(String name);

  /** The connection is ready: where to tell it things, and where batches for its client go. */
  void connected(ActorRef<ConnectionStage.Command> connection, ActorRef<Batch> outlet);

  /** What the client has sent since the last time. */
  void received(List<Frame> frames);

  /** All that has been read was told, and no more is read. */
  void readOut();

  /** The client has ended its side, or its connection broke. */
  void ended();

  /** The client reads too slowly and begins to miss messages, {@code missed} so far in all. */
  void fellBehind(long missed);

  /** Everything that waited for the client has been written. */
  void caughtUp(long missed);

  /** The client is being disconnected because it does not read; {@code why} is for the log. */
  void cutOff(String why);

  /** The client does not answer any more, as far as TCP can tell; the end follows. */
  void timedOut();

  /** The connection has not come about. */
  void failed();
}
