package chat.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.Notice;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How a client gets from one room into another. */
class RoomEntryTest {
  private static final ActorTestKit kit = ActorTestKit.create();

  private final SessionUnderTest client = new SessionUnderTest(kit);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private RoomCommand.Join asksToJoin(TestProbe<RoomCommand> asked) {
    RoomCommand.Join join = asked.expectMessageClass(RoomCommand.Join.class);
    assertThat(join.hold()).isTrue();
    return join;
  }

  private static void arrives(TestProbe<RoomCommand> room, RoomCommand.Join join) {
    RoomCommand.Arrive arrival = room.expectMessageClass(RoomCommand.Arrive.class);
    assertThat(arrival.member()).isEqualTo(join.member());
    arrival.replyTo().tell(new RoomReply.Admitted(false));
  }

  @Test
  void isLetInBeforeItLeavesOneRoomAndComesIntoTheNext() {
    client.isChatting("/join cellar");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    client.isFound("cellar", cellar);
    RoomCommand.Join join = asksToJoin(cellar);
    client.room.expectNoMessage(Duration.ofMillis(50));
    join.replyTo().tell(new RoomReply.Admitted(false));
    RoomCommand.Leave leave = client.room.expectMessageClass(RoomCommand.Leave.class);
    cellar.expectNoMessage(Duration.ofMillis(50));
    leave.replyTo().tell(new RoomReply.Accepted());
    arrives(cellar, join);
  }

  @Test
  void staysWhereItIsWhenARoomIsLocked() {
    client.isChatting("/join cellar", "hi");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    client.isFound("cellar", cellar);
    asksToJoin(cellar).replyTo().tell(new RoomReply.Locked());
    client.isTold(new Notice.RoomLocked("cellar"));
    client.isPosted("hi");
  }

  @Test
  void looksForARoomAgainThatEndsBeforeItIsIn() {
    client.isChatting("/join cellar");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    client.isFound("cellar", cellar);
    asksToJoin(cellar);
    cellar.stop();
    TestProbe<RoomCommand> again = kit.createTestProbe(RoomCommand.class);
    client.isFound("cellar", again);
    asksToJoin(again);
  }

  @Test
  void looksForARoomAgainThatEndsWhileItLeavesAnother() {
    client.isChatting("/join cellar");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    client.isFound("cellar", cellar);
    asksToJoin(cellar).replyTo().tell(new RoomReply.Admitted(true));
    RoomCommand.Leave leave = client.room.expectMessageClass(RoomCommand.Leave.class);
    cellar.stop();
    client.rooms.expectNoMessage(Duration.ofMillis(50));
    leave.replyTo().tell(new RoomReply.Accepted());
    TestProbe<RoomCommand> again = kit.createTestProbe(RoomCommand.class);
    client.isFound("cellar", again);
    RoomCommand.Join join = again.expectMessageClass(RoomCommand.Join.class);
    assertThat(join.hold()).isFalse();
  }

  @Test
  void comesInAlsoWhenTheRoomThatItLeavesEnds() {
    client.isChatting("/join cellar");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    client.isFound("cellar", cellar);
    RoomCommand.Join join = asksToJoin(cellar);
    join.replyTo().tell(new RoomReply.Admitted(false));
    client.room.expectMessageClass(RoomCommand.Leave.class);
    client.room.stop();
    arrives(cellar, join);
  }

  @Test
  void goesToTheStartRoomWhenItIsSentAway() {
    client.isChatting("/join cellar");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    client.isFound("cellar", cellar);
    RoomCommand.Join join = asksToJoin(cellar);
    join.replyTo().tell(new RoomReply.Admitted(false));
    client
        .room
        .expectMessageClass(RoomCommand.Leave.class)
        .replyTo()
        .tell(new RoomReply.Accepted());
    arrives(cellar, join);
    RoomReply.Why why = new RoomReply.Unwanted("rude");
    join.replyTo().tell(new RoomReply.SentAway(cellar.ref(), "cellar", "bob", why));
    cellar.expectMessageClass(RoomCommand.Leave.class).replyTo().tell(new RoomReply.Accepted());
    client.isFound("lobby", client.room);
    client.room.expectMessageClass(RoomCommand.Join.class);
  }

  @Test
  void goesBackWhenItsRoomHasFailed() {
    client.isChatting("lost");
    client.isPosted("lost");
    client.room.stop();
    client.isTold(new Notice.RoomRestarted("lobby"));
    TestProbe<RoomCommand> again = kit.createTestProbe(RoomCommand.class);
    client.isFound("lobby", again);
    again.expectMessageClass(RoomCommand.Join.class).replyTo().tell(new RoomReply.Admitted(false));
    client.isReadOn();
  }

  @Test
  void tellsWhateverRoomItIsInWhetherTheClientIsBehind() {
    client.isChatting("/join cellar");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    client.isFound("cellar", cellar);
    client.session.tell(new InternalCommand.FellBehind(7));
    client.room.expectMessage(new RoomCommand.MarkBehind(SessionUnderTest.ALICE, true));
    RoomCommand.Join join = asksToJoin(cellar);
    join.replyTo().tell(new RoomReply.Admitted(false));
    client
        .room
        .expectMessageClass(RoomCommand.Leave.class)
        .replyTo()
        .tell(new RoomReply.Accepted());
    arrives(cellar, join);
    cellar.expectMessage(new RoomCommand.MarkBehind(SessionUnderTest.ALICE, true));
    client.session.tell(new InternalCommand.CaughtUp(9));
    cellar.expectMessage(new RoomCommand.MarkBehind(SessionUnderTest.ALICE, false));
  }

  @Test
  void comesInAlsoWhenTheRoomThatItWasInEndsBeforeItIsLetIn() {
    client.isChatting("/join cellar");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    client.isFound("cellar", cellar);
    RoomCommand.Join join = asksToJoin(cellar);
    client.room.stop();
    cellar.expectTerminated(client.room.ref());
    join.replyTo().tell(new RoomReply.Admitted(false));
    arrives(cellar, join);
  }

  @Test
  void givesUpItsPlaceInARoomThatIsClosed() {
    client.isChatting("/join cellar");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    client.isFound("cellar", cellar);
    RoomCommand.Join join = asksToJoin(cellar);
    join.replyTo().tell(new RoomReply.Admitted(false));
    RoomCommand.Leave leave = client.room.expectMessageClass(RoomCommand.Leave.class);
    RoomReply.Why why = new RoomReply.Closed();
    join.replyTo().tell(new RoomReply.SentAway(cellar.ref(), "cellar", "root", why));
    client.isTold(new Notice.RemovedFromRoom("cellar", "root", why));
    RoomCommand.Leave placeGivenUp = cellar.expectMessageClass(RoomCommand.Leave.class);
    assertThat(placeGivenUp.member()).isEqualTo(SessionUnderTest.ALICE);
    leave.replyTo().tell(new RoomReply.Accepted());
    client.isFound("lobby", client.room);
    client.room.expectMessageClass(RoomCommand.Join.class);
  }
}
