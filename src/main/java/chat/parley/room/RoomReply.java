package chat.parley.room;

import chat.parley.event.MemberId;
import chat.parley.event.Outcome;
import chat.parley.store.HistoryPage;
import chat.parley.store.SearchPage;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/** What a room tells those who are in it, or want to be. */
public sealed interface RoomReply {

  /** Answers what has been asked. */
  sealed interface Answer extends RoomReply {}

  /** Comes unasked, at any time. */
  sealed interface News extends RoomReply {}

  /** Whether somebody is let in. */
  sealed interface Entry extends Answer {}

  /** The room has taken what it was told. */
  record Accepted() implements Answer {}

  /**
   * Whoever wanted to is in, or has a place.
   *
   * @param founder whether the room is theirs, as they are the first who ever came
   */
  record Admitted(boolean founder) implements Entry {}

  /** What was asked for could not be done, for no fault of who asked. */
  record Failed() implements Entry {}

  /** A gate does not let this person in. */
  record Refused(String why) implements Entry {}

  /** As many people are in this room as may be. */
  record Full() implements Entry {}

  /** Only who is invited may enter this room. */
  record Locked() implements Entry {}

  /** What is turned on in the room, in the order of the configuration. */
  record ExtensionStates(List<ExtensionState> extensions) implements Answer {}

  /** An extension, and whether it is working; otherwise it has been put aside. */
  record ExtensionState(String name, boolean working) {}

  /** What the room is about; an empty text when nobody has said. */
  record Topic(String text) implements Answer {}

  /**
   * Who is here, in the order in which they came.
   *
   * @param names of all people
   * @param behind of those among them who read too slowly and miss messages
   */
  record Present(List<String> names, List<String> behind) implements Answer {}

  /** Answers {@link RoomCommand.AskHistory}. */
  sealed interface ToHistory extends Answer {}

  /** Answers {@link RoomCommand.AskSearch}. */
  sealed interface ToSearch extends Answer {}

  /** Some of what was said in this room. */
  record History(String room, HistoryPage page) implements ToHistory {}

  /** Some of what was looked for in this room. */
  record Found(String room, SearchPage page) implements ToSearch {}

  /** What was said in this room is not for whoever asks: they would not be let in. */
  record NotForYou(String room, Entry why) implements ToHistory, ToSearch {}

  /** What was said in this room cannot be read at the moment. */
  record HistoryUnavailable(String room) implements ToHistory, ToSearch {}

  /** Nothing that is said in this room is kept, so there is nothing to be looked for in. */
  record NothingKept(String room) implements ToSearch {}

  /**
   * What came of something that depends on whose room it is, or was said there.
   *
   * @param audited whether it is for the audit log, as it is not what anybody may do there
   */
  record Ruled(RoomOutcome outcome, boolean audited) implements Answer {}

  /** What a {@link Ruled} says. */
  sealed interface RoomOutcome extends Outcome {}

  /** Only whose room it is may do that, and it is not theirs. */
  record NotOwner(String room) implements RoomOutcome {}

  /** Only whose room it is may say what it is about, and it is not theirs. */
  record TopicNotYours(String room) implements RoomOutcome {}

  /** This is what the room is about now. */
  record TopicSet(String room, String topic) implements RoomOutcome {}

  /** There is nobody of this name in the room. */
  record NobodyHere(String name, String room) implements RoomOutcome {}

  /** Nobody sends themselves out. */
  record CannotRemoveYourself() implements RoomOutcome {}

  /** Operators cannot be sent out. */
  record CannotRemoveOperator(String name) implements RoomOutcome {}

  /** This member is sent out. */
  record Removed(String name, String room) implements RoomOutcome {}

  /** Who is to be invited is in the room. */
  record HereAlready(String name) implements RoomOutcome {}

  /** This user may come in. */
  record InvitationSent(String name, String room) implements RoomOutcome {}

  /** The room belongs to nobody, who could let people in, so it cannot be locked. */
  record BelongsToNobody(String room) implements RoomOutcome {}

  /** The room was locked before. */
  record LockedAlready(String room) implements RoomOutcome {}

  /** The room is locked now. */
  record NowLocked(String room) implements RoomOutcome {}

  /** The room is open to everybody again. */
  record NowOpen(String room) implements RoomOutcome {}

  /** The room was not locked. */
  record NotLocked(String room) implements RoomOutcome {}

  /**
   * The post is gone.
   *
   * @param author what whoever had said it was called then
   * @param own whether that is who has deleted it
   */
  record PostDeleted(String room, long number, String author, boolean own) implements RoomOutcome {}

  /** There is no post with this number, or not any more. */
  record NoSuchPost(String room, long number) implements RoomOutcome {}

  /** The post had been deleted before. */
  record DeletedAlready(String room, long number) implements RoomOutcome {}

  /** Only its author, whose room it is and operators may delete this post. */
  record NotYourPost(String room, long number) implements RoomOutcome {}

  /** Its author may delete a post only for so long. */
  record TooLateToDelete(String room, long number, Duration within) implements RoomOutcome {}

  /** The post stays, as the store cannot be written at the moment. */
  record CannotDeleteNow(String room, long number) implements RoomOutcome {}

  /** The member must go from this room, and is sent nothing more from it. */
  record SentAway(ActorRef<RoomCommand> room, String name, String by, Why why) implements News {}

  /** Why somebody must go. */
  sealed interface Why {}

  /** Whose room it is wants it. */
  record Unwanted(String reason) implements Why {}

  /** An operator closes the room. */
  record Closed() implements Why {}

  /** The room that the one who is told so has made had failed, and is this now. */
  record OpenedAnew(ActorRef<RoomCommand> room) implements News {}

  /** Whose room this is lets the one who is told so in. */
  record Invited(String by, MemberId byId, String room) implements News {}
}
