package chat.parley.room;

import chat.parley.event.MemberId;
import chat.parley.hosting.GateRef;
import chat.parley.store.StoreReply;
import org.apache.pekko.actor.typed.ActorRef;

/** What a room tells itself, or is told by those that it has started. */
sealed interface InternalCommand extends RoomCommand {

  /** An extension has failed too often; {@code host} stood for it. */
  record Disabled(String name, ActorRef<?> host) implements InternalCommand {}

  /** A gate has answered. */
  record FromGate(GateRef.Judged judged) implements InternalCommand {}

  /** The time that a gate asked for is over. */
  record DelayOver(long ticket) implements InternalCommand {}

  /** An actor that stood for somebody has ended. */
  record Gone(MemberId member) implements InternalCommand {}

  /** What was gathered is to be sent. */
  record Flush() implements InternalCommand {}

  /** What was to be kept is, or is not. */
  record FromStore(StoreReply.ToAppend reply) implements InternalCommand {}

  /** Somebody who was asked has answered. */
  record Answered(Runnable then) implements InternalCommand {}

  /** The last posts have been read, or cannot be. */
  record Loaded(StoreReply.ToRead reply) implements InternalCommand {}

  /** The last posts have not been read in time. */
  record LoadingOver() implements InternalCommand {}

  /** Comings and goings are to be summed up. */
  record SumUp() implements InternalCommand {}

  /** Whoever was to come first has had the time for it. */
  record NobodyCame() implements InternalCommand {}
}
