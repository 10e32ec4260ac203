package chat.parley.room;

import chat.parley.event.Batch;
import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;

/** A {@link Fanout} that tells the members' outlets itself. */
final class LocalFanout implements Fanout {
  private final String room;
  private final PendingAnswers answers;
  private final Runnable flushLater;
  private final Map<MemberId, Subscription> subscriptions = new LinkedHashMap<>();
  private OpenBatch open;
  private boolean flushPending;

  /**
   * @param room its name
   * @param flushLater has {@link #flushDue} called when what is already under way has arrived
   */
  LocalFanout(String room, RoomSettings settings, PendingAnswers answers, Runnable flushLater) {
    this.room = room;
    this.answers = answers;
    this.flushLater = flushLater;
    this.open = new OpenBatch(room, settings.batchPosts(), settings.batchBytes());
  }

  @Override
  public void add(Member member, RoomEvent.Welcomed welcome) {
    // What was gathered so far belongs to those who are here already.
    Subscription subscription = new Subscription(member, open.size());
    subscription.send(new Batch(room, List.of(welcome)));
    subscriptions.put(member.id(), subscription);
  }

  @Override
  public void remove(MemberId member) {
    subscriptions.remove(member);
  }

  @Override
  public void gather(RoomEvent event, MemberId cause) {
    open.add(event, cause == null ? null : subscriptions.get(cause));
    flushSoon();
  }

  @Override
  public void sendAhead(MemberId member) {
    Subscription subscription = subscriptions.get(member);
    if (subscription != null) {
      open.sendAhead(subscription);
    }
  }

  @Override
  public void tell(MemberId member, RoomEvent event) {
    Subscription subscription = subscriptions.get(member);
    if (subscription != null) {
      open.sendAhead(subscription); // so that it reads as an answer
      subscription.send(new Batch(room, List.of(event)));
    }
  }

  @Override
  public void ignore(MemberId member, Ignored ignored) {
    Subscription subscription = subscriptions.get(member);
    if (subscription != null) {
      // What was gathered before is still its to hear.
      open.sendAhead(subscription);
      subscription.ignore(ignored);
    }
  }

  @Override
  public void then(Runnable action) {
    action.run();
  }

  @Override
  public void whenSent(ActorRef<RoomReply> author) {
    answers.whenSent(author);
  }

  @Override
  public void flushSoon() {
    if (open.isFull()) {
      flush();
    }
    // Also when it has just been flushed: whoever posted is answered when the flush comes round.
    if (!flushPending) {
      flushPending = true;
      flushLater.run();
    }
  }

  @Override
  public void flushDue() {
    flushPending = false;
    flush();
    // Only now, so that what an author says meanwhile comes as one post, and not as one for each
    // line.
    answers.sent();
  }

  @Override
  public boolean isHolding() {
    return false;
  }

  private void flush() {
    if (!open.isEmpty()) {
      open.sendTo(subscriptions.values());
    }
  }

  @Override
  public void configure(RoomSettings settings) {
    flush();
    open = new OpenBatch(room, settings.batchPosts(), settings.batchBytes());
  }
}
