package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import chat.parley.text.PlainText;
import java.time.Duration;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/** What becomes in a room of what its gates have decided. */
final class BehindGates implements GatedRoom {
  private final String room;
  private final Posting posting;
  private final Entrance entrance;
  private final Fanout fanout;
  private final PendingAnswers answers;
  private final TimerScheduler<RoomCommand> timers;

  /**
   * @param room its name
   */
  BehindGates(
      String room,
      Posting posting,
      Entrance entrance,
      Fanout fanout,
      PendingAnswers answers,
      TimerScheduler<RoomCommand> timers) {
    this.room = room;
    this.posting = posting;
    this.entrance = entrance;
    this.fanout = fanout;
    this.answers = answers;
    this.timers = timers;
  }

  @Override
  public void take(Content content, MemberId author) {
    posting.take(content, author);
  }

  @Override
  public void admit(RoomCommand.Join join) {
    entrance.pass(join);
  }

  @Override
  public void refuse(RoomCommand.Join join, String why) {
    entrance.refuse(join, new RoomReply.Refused(why));
  }

  @Override
  public void tell(MemberId member, String text) {
    fanout.tell(member, new RoomEvent.PrivateNotice(room, PlainText.clean(text)));
  }

  @Override
  public void refuse(MemberId author, String why) {
    fanout.tell(author, new RoomEvent.NotSaid(room, PlainText.clean(why)));
  }

  @Override
  public void done(ActorRef<RoomReply> replyTo) {
    fanout.whenSent(replyTo);
    // Also when nothing of it was let through.
    fanout.flushSoon();
  }

  @Override
  public void failed(ActorRef<RoomReply> replyTo) {
    answers.owe(replyTo);
  }

  @Override
  public void failed(RoomCommand.Join join) {
    answers.owe(join.replyTo(), entrance.afterFailure(join));
  }

  @Override
  public void after(Duration time, long ticket) {
    timers.startSingleTimer(ticket, new InternalCommand.DelayOver(ticket), time);
  }
}
