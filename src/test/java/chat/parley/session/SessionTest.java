package chat.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import chat.parley.protocol.Notice;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import chat.parley.transport.ConnectionStage;
import chat.parley.users.NameCommand;
import chat.parley.users.NameReply;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SessionTest {
  private static final ActorTestKit kit = ActorTestKit.create();

  private final SessionUnderTest client = new SessionUnderTest(kit);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @Test
  void postsTheLinesOfAChunkTogetherAndReadsOnWhenTheRoomHasTakenThem() {
    client.isChatting("one", "two", "three");
    RoomCommand.Post post = client.isPosted("one", "two", "three");
    client.connection.expectNoMessage(Duration.ofMillis(50));
    post.replyTo().tell(new RoomReply.Accepted());
    client.isReadOn();
  }

  @Test
  void doesOneThingAtATimeInTheOrderOfTheLines() {
    client.isChatting("one", "/nick alicia", "two");
    RoomCommand.Post one = client.isPosted("one");
    client.names.expectNoMessage(Duration.ofMillis(50));
    one.replyTo().tell(new RoomReply.Accepted());
    client.names.expectMessage(new NameCommand.Rename(SessionUnderTest.ALICE, "alicia", false));
    client.fromNames.tell(new NameReply.Claimed(SessionUnderTest.ALICE, "alicia", false));
    client.mayComeIn("alicia");
    client.isTold(new Notice.Renamed("alicia"));
    RoomCommand.Update update = client.room.expectMessageClass(RoomCommand.Update.class);
    assertThat(update.profile().name()).isEqualTo("alicia");
    update.replyTo().tell(new RoomReply.Accepted());
    client.isPosted("two").replyTo().tell(new RoomReply.Accepted());
    client.isReadOn();
  }

  @Test
  void claimsAnotherNameWhenTheFirstIsTaken() {
    client.isAskedForAName();
    client.sends("alice", "alicia");
    NameCommand.Claim claim = client.names.expectMessageClass(NameCommand.Claim.class);
    claim.contact().names().tell(new NameReply.NameTaken("alice"));
    client.isTold(new Notice.NameTaken("alice", true));
    assertThat(client.names.expectMessageClass(NameCommand.Claim.class).name()).isEqualTo("alicia");
  }

  @Test
  void saysWhatWasSentBeforeItLeaves() {
    client.isChatting("last words");
    client.session.tell(new InternalCommand.Ended());
    client.isPosted("last words").replyTo().tell(new RoomReply.Accepted());
    RoomCommand.Leave leave = client.room.expectMessageClass(RoomCommand.Leave.class);
    leave.replyTo().tell(new RoomReply.Accepted());
    client.connection.expectMessage(new ConnectionStage.Finish());
    client.connection.stop();
    client.names.expectTerminated(client.session);
  }

  @Test
  void endsWithItsLink() {
    client.isChatting("hi");
    client.connection.stop();
    client.names.expectTerminated(client.session);
  }

  @Test
  void logsHowManyLinesAreLostWithItsLink() {
    client.isChatting("one", "/nick alicia", "two");
    client.isPosted("one");
    Logger log = (Logger) LoggerFactory.getLogger(Dialogue.class);
    log.setLevel(Level.INFO);
    LoggingTestKit.info("of what it had sent, not said: 2 or more")
        .expect(
            kit.system(),
            () -> {
              client.connection.stop();
              return null;
            });
    log.setLevel(null); // what is configured
  }

  @Test
  void passesOnAWhisperWhileItWaitsForSomethingElse() {
    client.isChatting("one");
    RoomCommand.Post one = client.isPosted("one");
    client.fromNames.tell(new NameReply.Whispered("bob", "psst"));
    client.isTold(new Notice.Whispered("bob", "psst"));
    one.replyTo().tell(new RoomReply.Accepted());
    client.isReadOn();
  }

  @Test
  void leavesWhenItsClientIsCutOff() {
    client.isChatting();
    client.isReadOn();
    client.session.tell(new InternalCommand.CutOff("it does not read"));
    client
        .room
        .expectMessageClass(RoomCommand.Leave.class)
        .replyTo()
        .tell(new RoomReply.Accepted());
    client.connection.expectMessage(new ConnectionStage.Finish());
  }

  @Test
  void saysGoodbyeWhenTheServerGoesDown() {
    client.isChatting("one");
    RoomCommand.Post one = client.isPosted("one");
    client.session.tell(new SessionCommand.GoDown());
    client.isTold(new Notice.GoingDown());
    client.connection.expectMessage(new ConnectionStage.Finish());
    one.replyTo().tell(new RoomReply.Accepted());
    client.connection.expectNoMessage(Duration.ofMillis(50));
  }
}
