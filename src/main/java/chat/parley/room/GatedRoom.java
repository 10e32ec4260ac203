package chat.parley.room;

import chat.parley.event.Content;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;

/** The room behind a {@link GateChain}. */
interface GatedRoom {

  /** {@code content} by {@code author}, who may have left meanwhile, has come through. */
  void take(Content content, ActorRef<?> author);

  /** Whoever wants to join has come through. */
  void admit(Room.Join join);

  /** {@code member} alone is to be told {@code text}. */
  void tell(ActorRef<?> member, String text);

  /** All of the post that is answered at {@code replyTo} has come through, or has not. */
  void done(ActorRef<Room.Reply> replyTo);

  /** Something of the post that is answered at {@code replyTo} is lost. */
  void failed(ActorRef<Room.Reply> replyTo);

  /** {@code join} has failed. */
  void failed(Room.Join join);

  /** {@link GateChain#goOn} is to be called with {@code ticket} after {@code time}. */
  void after(Duration time, long ticket);
}
