package chat.parley.session;

import chat.parley.event.Batch;
import chat.parley.room.RoomCommand;
import chat.parley.transport.ConnectionStage;
import chat.parley.transport.Frame;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;

/** What a session is told by its connection, by those it has asked, and by itself. */
sealed interface InternalCommand extends SessionCommand {

  /** The connection stage is ready: where to tell it things, and where rooms send batches. */
  record Connected(ActorRef<ConnectionStage.Command> connection, ActorRef<Batch> outlet)
      implements InternalCommand {}

  /** What the client has sent since the last time. */
  record Received(List<Frame> frames) implements InternalCommand {}

  /** The connection stage has handed over all that it has read, and reads no more. */
  record ReadOut() implements InternalCommand {}

  /** The client has ended its side, or is being disconnected. */
  record Ended() implements InternalCommand {}

  /** The client reads too slowly and begins to miss messages, {@code missed} so far in all. */
  record FellBehind(long missed) implements InternalCommand {}

  /** Everything that waited for the client has been written. */
  record CaughtUp(long missed) implements InternalCommand {}

  /** The client is being disconnected because it does not read; {@code why} is for the log. */
  record CutOff(String why) implements InternalCommand {}

  /** The client does not answer any more, as far as TCP can tell; the end follows. */
  record TimedOut() implements InternalCommand {}

  /** The connection has ended, or has not come about. */
  record ConnectionGone() implements InternalCommand {}

  /** A client that sent too fast may go on. */
  record GoOn() implements InternalCommand {}

  /** It is time to look how long the client has been silent. */
  record Look() implements InternalCommand {}

  /** Somebody who was asked has answered. */
  record Answer(Object reply) implements InternalCommand {}

  /** Somebody tells what was not asked for; {@code dealWith} does what has to be done. */
  record News(Consumer<Dialogue> dealWith) implements InternalCommand {}

  /** A room has ended. */
  record RoomGone(ActorRef<RoomCommand> room) implements InternalCommand {}
}
