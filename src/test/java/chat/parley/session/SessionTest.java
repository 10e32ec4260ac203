package chat.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import chat.parley.access.Origin;
import chat.parley.directory.Directory;
import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.protocol.LinesProtocol;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.room.Room;
import chat.parley.transport.ConnectionSettings;
import chat.parley.transport.ConnectionStage;
import chat.parley.transport.Frame;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A session of a lines listener between probes: a connection stage, a directory and a room that say
 * what we say.
 */
class SessionTest {
  private static final ActorTestKit kit = ActorTestKit.create();
  private static final SessionSettings SETTINGS =
      new SessionSettings(
          "lobby",
          false,
          "",
          false,
          new ConnectionSettings(
              10,
              1000,
              1 << 20,
              ConnectionSettings.Slow.SKIP,
              Duration.ZERO,
              Duration.ofSeconds(1)),
          new SessionLimits(
              32, 390, 0, 1, SessionLimits.TooFast.DELAY, Duration.ofSeconds(30), Duration.ZERO));

  private static final Protocol LINES = new LinesProtocol(8192, true);
  private static final Origin ORIGIN =
      new Origin("lines", new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));

  private final TestProbe<ConnectionStage.Command> connection =
      kit.createTestProbe(ConnectionStage.Command.class);
  private final TestProbe<Batch> outlet = kit.createTestProbe(Batch.class);
  private final TestProbe<Directory.Command> directory =
      kit.createTestProbe(Directory.Command.class);
  private final TestProbe<Room.Command> room = kit.createTestProbe(Room.Command.class);
  private final ActorRef<Session.Command> session =
      kit.spawn(Session.create(SETTINGS, LINES, ORIGIN, directory.ref(), owner -> {}));

  private ActorRef<Directory.Reply> fromDirectory;

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private static ConnectionStage.Command written(Notice notice) {
    return new ConnectionStage.Write(LINES.encode(notice), LINES.format());
  }

  private void sends(String... lines) {
    List<Frame> frames = Arrays.stream(lines).map(line -> (Frame) new Frame.Line(line)).toList();
    session.tell(new Session.Received(frames));
  }

  private void isAskedForAName() {
    session.tell(new Session.Connected(connection.ref(), outlet.ref()));
    connection.expectMessage(written(new Notice.AskName()));
    connection.expectMessage(new ConnectionStage.Read());
  }

  /** Brings alice into the lobby and her next chunk. */
  private void isChatting(String... lines) {
    isAskedForAName();
    sends("alice");
    Directory.Claim claim = directory.expectMessageClass(Directory.Claim.class);
    fromDirectory = claim.replyTo();
    fromDirectory.tell(new Directory.Claimed("alice"));
    directory.expectMessage(new Directory.Enter(session, "lobby"));
    fromDirectory.tell(new Directory.Admitted("lobby", room.ref()));
    Room.Join join = room.expectMessageClass(Room.Join.class);
    assertThat(join.member().name()).isEqualTo("alice");
    assertThat(join.member().identity()).isEqualTo(session);
    assertThat(join.member().outlet()).isEqualTo(outlet.ref());
    join.replyTo().tell(new Room.Accepted());
    connection.expectMessage(new ConnectionStage.Read());
    sends(lines);
  }

  private Room.Post isPosted(String... texts) {
    Room.Post post = room.expectMessageClass(Room.Post.class);
    assertThat(post.author()).isEqualTo(session);
    assertThat(post.contents())
        .containsExactlyElementsOf(Arrays.stream(texts).map(Content.Text::new).toList());
    return post;
  }

  @Test
  void postsTheLinesOfAChunkTogetherAndReadsOnWhenTheRoomHasTakenThem() {
    isChatting("one", "two", "three");
    Room.Post post = isPosted("one", "two", "three");
    connection.expectNoMessage(Duration.ofMillis(50));
    post.replyTo().tell(new Room.Accepted());
    connection.expectMessage(new ConnectionStage.Read());
  }

  @Test
  void doesOneThingAtATimeInTheOrderOfTheLines() {
    isChatting("one", "/nick alicia", "two");
    Room.Post one = isPosted("one");
    directory.expectNoMessage(Duration.ofMillis(50));
    one.replyTo().tell(new Room.Accepted());
    directory.expectMessage(new Directory.Rename(session, "alicia"));
    fromDirectory.tell(new Directory.Claimed("alicia"));
    connection.expectMessage(written(new Notice.Renamed("alicia")));
    Room.Rename rename = room.expectMessageClass(Room.Rename.class);
    assertThat(rename.name()).isEqualTo("alicia");
    rename.replyTo().tell(new Room.Accepted());
    isPosted("two").replyTo().tell(new Room.Accepted());
    connection.expectMessage(new ConnectionStage.Read());
  }

  @Test
  void claimsAnotherNameWhenTheFirstIsTaken() {
    isAskedForAName();
    sends("alice", "alicia");
    Directory.Claim claim = directory.expectMessageClass(Directory.Claim.class);
    claim.replyTo().tell(new Directory.NameTaken("alice"));
    connection.expectMessage(written(new Notice.NameTaken("alice", true)));
    assertThat(directory.expectMessageClass(Directory.Claim.class).name()).isEqualTo("alicia");
  }

  @Test
  void leavesOneRoomBeforeItJoinsTheNext() {
    isChatting("/join cellar");
    directory.expectMessage(new Directory.Enter(session, "cellar"));
    TestProbe<Room.Command> cellar = kit.createTestProbe(Room.Command.class);
    fromDirectory.tell(new Directory.Admitted("cellar", cellar.ref()));
    Room.Leave leave = room.expectMessageClass(Room.Leave.class);
    cellar.expectNoMessage(Duration.ofMillis(50));
    leave.replyTo().tell(new Room.Accepted());
    cellar.expectMessageClass(Room.Join.class);
  }

  @Test
  void saysWhatWasSentBeforeItLeaves() {
    isChatting("last words");
    session.tell(new Session.Ended());
    isPosted("last words").replyTo().tell(new Room.Accepted());
    Room.Leave leave = room.expectMessageClass(Room.Leave.class);
    leave.replyTo().tell(new Room.Accepted());
    connection.expectMessage(new ConnectionStage.Finish());
    connection.stop();
    directory.expectTerminated(session);
  }

  @Test
  void endsWithItsLink() {
    isChatting("hi");
    connection.stop();
    directory.expectTerminated(session);
  }

  @Test
  void logsHowManyLinesAreLostWithItsLink() {
    isChatting("one", "/nick alicia", "two");
    isPosted("one");
    Logger log = (Logger) LoggerFactory.getLogger(Dialogue.class);
    log.setLevel(Level.INFO);
    LoggingTestKit.info("of what it had sent, not said: 2 or more")
        .expect(
            kit.system(),
            () -> {
              connection.stop();
              return null;
            });
    log.setLevel(null); // what is configured
  }

  @Test
  void goesBackWhenItsRoomHasFailed() {
    isChatting("lost");
    isPosted("lost");
    room.stop();
    connection.expectMessage(written(new Notice.RoomRestarted("lobby")));
    directory.expectMessage(new Directory.Enter(session, "lobby"));
    TestProbe<Room.Command> again = kit.createTestProbe(Room.Command.class);
    fromDirectory.tell(new Directory.Admitted("lobby", again.ref()));
    again.expectMessageClass(Room.Join.class).replyTo().tell(new Room.Accepted());
    connection.expectMessage(new ConnectionStage.Read());
  }

  @Test
  void passesOnAWhisperWhileItWaitsForSomethingElse() {
    isChatting("one");
    Room.Post one = isPosted("one");
    fromDirectory.tell(new Directory.Whispered("bob", "psst"));
    connection.expectMessage(written(new Notice.Whispered("bob", "psst")));
    one.replyTo().tell(new Room.Accepted());
    connection.expectMessage(new ConnectionStage.Read());
  }

  @Test
  void tellsWhateverRoomItIsInWhetherTheClientIsBehind() {
    isChatting("/join cellar");
    directory.expectMessage(new Directory.Enter(session, "cellar"));
    session.tell(new Session.FellBehind(7));
    room.expectMessage(new Room.MarkBehind(session, true));
    TestProbe<Room.Command> cellar = kit.createTestProbe(Room.Command.class);
    fromDirectory.tell(new Directory.Admitted("cellar", cellar.ref()));
    room.expectMessageClass(Room.Leave.class).replyTo().tell(new Room.Accepted());
    cellar.expectMessageClass(Room.Join.class).replyTo().tell(new Room.Accepted());
    cellar.expectMessage(new Room.MarkBehind(session, true));
    session.tell(new Session.CaughtUp(9));
    cellar.expectMessage(new Room.MarkBehind(session, false));
  }

  @Test
  void leavesWhenItsClientIsCutOff() {
    isChatting();
    connection.expectMessage(new ConnectionStage.Read());
    session.tell(new Session.CutOff("it does not read"));
    room.expectMessageClass(Room.Leave.class).replyTo().tell(new Room.Accepted());
    connection.expectMessage(new ConnectionStage.Finish());
  }

  @Test
  void saysGoodbyeWhenTheServerGoesDown() {
    isChatting("one");
    Room.Post one = isPosted("one");
    session.tell(new Session.GoDown());
    connection.expectMessage(written(new Notice.GoingDown()));
    connection.expectMessage(new ConnectionStage.Finish());
    one.replyTo().tell(new Room.Accepted());
    connection.expectNoMessage(Duration.ofMillis(50));
  }
}
