package chat.parley.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Who waits for a room's answer: a session does nothing until it is answered, so each is answered
 * once, whatever happens.
 */
final class PendingAnswers {
  private static final RoomReply.Accepted ACCEPTED = new RoomReply.Accepted();

  /** Who waits to hear that what is in the open batch has been sent. */
  private final List<ActorRef<RoomReply>> authors = new ArrayList<>();

  /** What those are to be answered who waited when something failed. */
  private final Map<ActorRef<RoomReply>, RoomReply> owed = new LinkedHashMap<>();

  /** {@code author} is answered when the open batch has been sent. */
  void whenSent(ActorRef<RoomReply> author) {
    authors.add(author);
  }

  /** The open batch has been sent. */
  void sent() {
    authors.forEach(author -> author.tell(ACCEPTED));
    authors.clear();
  }

  /** {@code who} waited for {@code answer} when something failed. */
  void owe(ActorRef<RoomReply> who, RoomReply answer) {
    owed.put(who, answer);
  }

  /** As {@link #owe(ActorRef, RoomReply)} for something of which nothing is to be known. */
  void owe(ActorRef<RoomReply> who) {
    owe(who, ACCEPTED);
  }

  /** After a failure, all who waited for the open batch are owed an answer. */
  void oweAuthors() {
    authors.forEach(this::owe);
    authors.clear();
  }

  /** Answers all who are owed an answer. */
  void settle() {
    owed.forEach(ActorRef::tell);
    owed.clear();
  }
}
