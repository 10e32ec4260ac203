package chat.parley.room;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What becomes of a room that was opened for somebody who does not come. */
class UnvisitedRoomTest {
  private static final ActorTestKit kit = ActorTestKit.create(ManualTime.config());

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @Test
  void saysThatItIsEmptyAfterAWhile() {
    TestProbe<RoomReport> reports = kit.createTestProbe(RoomReport.class);
    TestProbe<RoomReply> replies = kit.createTestProbe(RoomReply.class);
    ActorRef<RoomCommand> room =
        kit.spawn(
            Room.create(
                RoomKeeping.nothing("lobby"),
                new RoomSettings(10, 1000, 0, 5, 100, 10_000),
                RoomAccess.of(Optional.empty()),
                reports.ref(),
                Clock.systemUTC()));
    room.tell(new RoomCommand.AskTopic(replies.ref()));
    replies.expectMessage(new RoomReply.Topic(""));
    ManualTime.get(kit.system()).timePasses(Duration.ofSeconds(30));
    reports.expectMessage(new RoomReport.Idle(room));
    room.tell(new RoomCommand.Retire());
    replies.expectTerminated(room);
  }
}
