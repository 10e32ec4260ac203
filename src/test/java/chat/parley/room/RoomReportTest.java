package chat.parley.room;

import chat.parley.event.Batch;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What whoever has opened a room is told of it, and when the room ends. */
class RoomReportTest {
  private static final ActorTestKit kit = ActorTestKit.create(ManualTime.config());

  private final TestProbe<RoomReport> reports = kit.createTestProbe(RoomReport.class);
  private final TestProbe<RoomReply> replies = kit.createTestProbe(RoomReply.class);
  private final ActorRef<RoomCommand> room =
      kit.spawn(
          Room.create(
              "lobby",
              new RoomSettings(10, 1000, 0, 5, 100, 10_000),
              RoomAccess.of(Optional.empty()),
              reports.ref(),
              Clock.systemUTC()));

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private Guest joins(String name) {
    return new Guest(kit, name, room).joined();
  }

  private void leaves(Guest guest) {
    room.tell(new RoomCommand.Leave(guest.id, replies.ref()));
    replies.expectMessage(new RoomReply.Accepted());
  }

  private void people(int people) {
    reports.expectMessage(new RoomReport.Status(room, people, false));
  }

  private void isIdle() {
    reports.expectMessage(new RoomReport.Idle(room));
  }

  /** Whatever it was told so far, it has dealt with. */
  private void isStillThere() {
    room.tell(new RoomCommand.AskTopic(replies.ref()));
    replies.expectMessage(new RoomReply.Topic(""));
  }

  @Test
  void tellsHowManyPeopleAreThereAndWhenNobodyIs() {
    Guest alice = joins("alice");
    people(1);
    Guest bob = joins("bob");
    people(2);
    leaves(alice);
    people(1);
    bob.outlet.stop();
    people(0);
    isIdle();
  }

  @Test
  void stopsWhenItIsRetiredAndItsLastMemberIsGone() {
    Guest alice = joins("alice");
    people(1);
    room.tell(new RoomCommand.Retire());
    alice.hasSaid("still here");
    alice.outlet.stop();
    people(0);
    isIdle();
    room.tell(new RoomCommand.Retire());
    replies.expectTerminated(room);
  }

  @Test
  void doesNotStopWhenSomebodyCameBeforeItWasRetired() {
    leaves(joins("alice"));
    people(1);
    people(0);
    isIdle();
    Guest bob = joins("bob");
    room.tell(new RoomCommand.Retire());
    bob.hasSaid("still here");
  }

  @Test
  void tellsThatNobodyHasComeInTime() {
    isStillThere();
    ManualTime.get(kit.system()).timePasses(Duration.ofSeconds(30));
    isIdle();
    room.tell(new RoomCommand.Retire());
    replies.expectTerminated(room);
  }

  @Test
  void keepsAPlaceForWhoHasToLeaveAnotherRoomFirst() {
    TestProbe<Batch> outlet = kit.createTestProbe(Batch.class);
    Member carol = Members.called("carol", outlet.ref());
    leaves(joins("alice"));
    people(1);
    people(0);
    isIdle();
    room.tell(new RoomCommand.Join(carol, true, replies.ref()));
    replies.expectMessage(new RoomReply.Admitted(false));
    room.tell(new RoomCommand.Retire());
    isStillThere();
    room.tell(new RoomCommand.Arrive(carol));
    people(1);
    outlet.stop();
    people(0);
    isIdle();
  }

  @Test
  void stopsWhenItIsClosedAndAllHaveGone() {
    Guest alice = joins("alice");
    people(1);
    room.tell(new RoomCommand.Close("root"));
    people(0);
    alice.replies.expectMessage(
        new RoomReply.SentAway(room, "lobby", "root", new RoomReply.Closed()));
    leaves(alice);
    replies.expectTerminated(room);
  }
}
