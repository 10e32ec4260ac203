package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.MemberId;
import chat.parley.extension.Gate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;

/** A post at the gates, which are asked about each of its contents, in their order. */
final class PostRequest implements PendingRequest {
  private final MemberId who;
  private final Membership author;
  private final Deque<Content> contents;
  private final ActorRef<RoomReply> replyTo;
  private final GatedRoom room;

  /**
   * @param post one that is not empty
   */
  PostRequest(RoomCommand.Post post, Membership author, GatedRoom room) {
    this.who = post.author();
    this.author = author;
    this.contents = new ArrayDeque<>(post.contents());
    this.replyTo = post.replyTo();
    this.room = room;
  }

  @Override
  public MemberId who() {
    return who;
  }

  @Override
  public Function<ActorRef<Gate.Answer>, Gate.Question> question() {
    // All as it is now: the question is made on another thread.
    String name = author.name();
    boolean person = author.isPerson();
    Content content = contents.peek();
    return answers -> new Gate.Consider(name, person, who, content, answers);
  }

  @Override
  public boolean change(Content content) {
    contents.remove();
    Content changed = content.harmless();
    contents.addFirst(changed);
    return changed.saysSomething();
  }

  @Override
  public boolean vanished() {
    contents.remove();
    return goesOn();
  }

  @Override
  public boolean passed() {
    room.take(contents.remove(), who);
    return goesOn();
  }

  @Override
  public boolean replied(String text) {
    room.tell(who, text);
    return vanished();
  }

  @Override
  public boolean refused(String why) {
    room.refuse(who, why);
    return vanished();
  }

  @Override
  public void abandoned() {
    room.failed(replyTo);
  }

  private boolean goesOn() {
    if (contents.isEmpty()) {
      room.done(replyTo);
    }
    return !contents.isEmpty();
  }
}
