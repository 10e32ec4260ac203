package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.MemberId;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;

/** The room behind a {@link GateChain}. */
interface GatedRoom {

  /** {@code content} by {@code author}, who may have left meanwhile, has come through. */
  void take(Content content, MemberId author);

  /** Whoever wants to join has come through. */
  void admit(RoomCommand.Join join);

  /** A gate does not let in whoever wants to join. */
  void refuse(RoomCommand.Join join, String why);

  /** A gate says {@code text} to {@code member} alone. */
  void tell(MemberId member, String text);

  /** A gate has refused what {@code author} wanted to say. */
  void refuse(MemberId author, String why);

  /** All of the post that is answered at {@code replyTo} has come through, or has not. */
  void done(ActorRef<RoomReply> replyTo);

  /** Something of the post that is answered at {@code replyTo} is lost. */
  void failed(ActorRef<RoomReply> replyTo);

  /** {@code join} has failed. */
  void failed(RoomCommand.Join join);

  /** {@link GateChain#goOn} is to be called with {@code ticket} after {@code time}. */
  void after(Duration time, long ticket);
}
