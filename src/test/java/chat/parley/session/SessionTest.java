package chat.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import chat.parley.access.Origin;
import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.MemberId;
import chat.parley.moderation.ModerationCommand;
import chat.parley.moderation.ModerationReply;
import chat.parley.protocol.LinesProtocol;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.room.RoomCommand;
import chat.parley.room.RoomReply;
import chat.parley.rooms.RegistryCommand;
import chat.parley.rooms.RegistryReply;
import chat.parley.transport.ConnectionSettings;
import chat.parley.transport.ConnectionStage;
import chat.parley.transport.Frame;
import chat.parley.users.NameCommand;
import chat.parley.users.NameReply;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A session of a lines listener between probes: a connection stage, services and a room that say
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
  private final TestProbe<NameCommand> names = kit.createTestProbe(NameCommand.class);
  private final TestProbe<ModerationCommand> moderation =
      kit.createTestProbe(ModerationCommand.class);
  private final TestProbe<RegistryCommand> rooms = kit.createTestProbe(RegistryCommand.class);
  private final TestProbe<RoomCommand> room = kit.createTestProbe(RoomCommand.class);
  private final ActorRef<SessionCommand> session =
      kit.spawn(
          Session.create(
              SETTINGS,
              LINES,
              ORIGIN,
              new Services(names.ref(), moderation.ref(), rooms.ref()),
              owner -> {}));

  private static final MemberId ALICE = new MemberId(0, 1);

  private ActorRef<NameReply> fromNames;

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private static ConnectionStage.Command written(Notice notice) {
    return new ConnectionStage.Write(LINES.encode(notice), LINES.format());
  }

  private void sends(String... lines) {
    List<Frame> frames = Arrays.stream(lines).map(line -> (Frame) new Frame.Line(line)).toList();
    session.tell(new InternalCommand.Received(frames));
  }

  private void isAskedForAName() {
    session.tell(new InternalCommand.Connected(connection.ref(), outlet.ref()));
    connection.expectMessage(written(new Notice.AskName()));
    connection.expectMessage(new ConnectionStage.Read());
  }

  /** Brings alice into the lobby and her next chunk. */
  private void isChatting(String... lines) {
    isAskedForAName();
    sends("alice");
    NameCommand.Claim claim = names.expectMessageClass(NameCommand.Claim.class);
    fromNames = claim.contact().names();
    fromNames.tell(new NameReply.Claimed(ALICE, "alice", false));
    mayComeIn("alice");
    isFound("lobby", room);
    RoomCommand.Join join = room.expectMessageClass(RoomCommand.Join.class);
    assertThat(join.member().profile().name()).isEqualTo("alice");
    assertThat(join.member().id()).isEqualTo(ALICE);
    assertThat(join.member().ref()).isEqualTo(session);
    assertThat(join.member().outlet()).isEqualTo(outlet.ref());
    assertThat(join.hold()).isFalse();
    join.replyTo().tell(new RoomReply.Admitted(false));
    connection.expectMessage(new ConnectionStage.Read());
    sends(lines);
  }

  private void mayComeIn(String name) {
    ModerationCommand.Enter enter = moderation.expectMessageClass(ModerationCommand.Enter.class);
    assertThat(enter.name()).isEqualTo(name);
    enter.replyTo().tell(new ModerationReply.Standing(Optional.empty()));
  }

  private void isFound(String name, TestProbe<RoomCommand> found) {
    RegistryCommand.Find find = rooms.expectMessageClass(RegistryCommand.Find.class);
    assertThat(find.name()).isEqualTo(name);
    find.replyTo().tell(new RegistryReply.Found(name, found.ref()));
  }

  private RoomCommand.Join asksToJoin(TestProbe<RoomCommand> asked) {
    RoomCommand.Join join = asked.expectMessageClass(RoomCommand.Join.class);
    assertThat(join.hold()).isTrue();
    return join;
  }

  private RoomCommand.Post isPosted(String... texts) {
    RoomCommand.Post post = room.expectMessageClass(RoomCommand.Post.class);
    assertThat(post.author()).isEqualTo(ALICE);
    assertThat(post.contents())
        .containsExactlyElementsOf(Arrays.stream(texts).map(Content.Text::new).toList());
    return post;
  }

  @Test
  void postsTheLinesOfAChunkTogetherAndReadsOnWhenTheRoomHasTakenThem() {
    isChatting("one", "two", "three");
    RoomCommand.Post post = isPosted("one", "two", "three");
    connection.expectNoMessage(Duration.ofMillis(50));
    post.replyTo().tell(new RoomReply.Accepted());
    connection.expectMessage(new ConnectionStage.Read());
  }

  @Test
  void doesOneThingAtATimeInTheOrderOfTheLines() {
    isChatting("one", "/nick alicia", "two");
    RoomCommand.Post one = isPosted("one");
    names.expectNoMessage(Duration.ofMillis(50));
    one.replyTo().tell(new RoomReply.Accepted());
    names.expectMessage(new NameCommand.Rename(ALICE, "alicia", false));
    fromNames.tell(new NameReply.Claimed(ALICE, "alicia", false));
    mayComeIn("alicia");
    connection.expectMessage(written(new Notice.Renamed("alicia")));
    RoomCommand.Update update = room.expectMessageClass(RoomCommand.Update.class);
    assertThat(update.profile().name()).isEqualTo("alicia");
    update.replyTo().tell(new RoomReply.Accepted());
    isPosted("two").replyTo().tell(new RoomReply.Accepted());
    connection.expectMessage(new ConnectionStage.Read());
  }

  @Test
  void claimsAnotherNameWhenTheFirstIsTaken() {
    isAskedForAName();
    sends("alice", "alicia");
    NameCommand.Claim claim = names.expectMessageClass(NameCommand.Claim.class);
    claim.contact().names().tell(new NameReply.NameTaken("alice"));
    connection.expectMessage(written(new Notice.NameTaken("alice", true)));
    assertThat(names.expectMessageClass(NameCommand.Claim.class).name()).isEqualTo("alicia");
  }

  @Test
  void isLetInBeforeItLeavesOneRoomAndComesIntoTheNext() {
    isChatting("/join cellar");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    isFound("cellar", cellar);
    RoomCommand.Join join = asksToJoin(cellar);
    room.expectNoMessage(Duration.ofMillis(50));
    join.replyTo().tell(new RoomReply.Admitted(false));
    RoomCommand.Leave leave = room.expectMessageClass(RoomCommand.Leave.class);
    cellar.expectNoMessage(Duration.ofMillis(50));
    leave.replyTo().tell(new RoomReply.Accepted());
    cellar.expectMessage(new RoomCommand.Arrive(join.member()));
  }

  @Test
  void staysWhereItIsWhenARoomIsLocked() {
    isChatting("/join cellar", "hi");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    isFound("cellar", cellar);
    asksToJoin(cellar).replyTo().tell(new RoomReply.Locked());
    connection.expectMessage(written(new Notice.RoomLocked("cellar")));
    isPosted("hi");
  }

  @Test
  void looksForARoomAgainThatEndsBeforeItIsIn() {
    isChatting("/join cellar");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    isFound("cellar", cellar);
    asksToJoin(cellar);
    cellar.stop();
    TestProbe<RoomCommand> again = kit.createTestProbe(RoomCommand.class);
    isFound("cellar", again);
    asksToJoin(again);
  }

  @Test
  void looksForARoomAgainThatEndsWhileItLeavesAnother() {
    isChatting("/join cellar");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    isFound("cellar", cellar);
    asksToJoin(cellar).replyTo().tell(new RoomReply.Admitted(true));
    RoomCommand.Leave leave = room.expectMessageClass(RoomCommand.Leave.class);
    cellar.stop();
    rooms.expectNoMessage(Duration.ofMillis(50));
    leave.replyTo().tell(new RoomReply.Accepted());
    TestProbe<RoomCommand> again = kit.createTestProbe(RoomCommand.class);
    isFound("cellar", again);
    RoomCommand.Join join = again.expectMessageClass(RoomCommand.Join.class);
    assertThat(join.hold()).isFalse();
  }

  @Test
  void comesInAlsoWhenTheRoomThatItLeavesEnds() {
    isChatting("/join cellar");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    isFound("cellar", cellar);
    RoomCommand.Join join = asksToJoin(cellar);
    join.replyTo().tell(new RoomReply.Admitted(false));
    room.expectMessageClass(RoomCommand.Leave.class);
    room.stop();
    cellar.expectMessage(new RoomCommand.Arrive(join.member()));
  }

  @Test
  void goesToTheStartRoomWhenItIsSentAway() {
    isChatting("/join cellar");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    isFound("cellar", cellar);
    RoomCommand.Join join = asksToJoin(cellar);
    join.replyTo().tell(new RoomReply.Admitted(false));
    room.expectMessageClass(RoomCommand.Leave.class).replyTo().tell(new RoomReply.Accepted());
    cellar.expectMessageClass(RoomCommand.Arrive.class);
    RoomReply.Why why = new RoomReply.Unwanted("rude");
    join.replyTo().tell(new RoomReply.SentAway(cellar.ref(), "cellar", "bob", why));
    cellar.expectMessageClass(RoomCommand.Leave.class).replyTo().tell(new RoomReply.Accepted());
    isFound("lobby", room);
    room.expectMessageClass(RoomCommand.Join.class);
  }

  @Test
  void saysWhatWasSentBeforeItLeaves() {
    isChatting("last words");
    session.tell(new InternalCommand.Ended());
    isPosted("last words").replyTo().tell(new RoomReply.Accepted());
    RoomCommand.Leave leave = room.expectMessageClass(RoomCommand.Leave.class);
    leave.replyTo().tell(new RoomReply.Accepted());
    connection.expectMessage(new ConnectionStage.Finish());
    connection.stop();
    names.expectTerminated(session);
  }

  @Test
  void endsWithItsLink() {
    isChatting("hi");
    connection.stop();
    names.expectTerminated(session);
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
    TestProbe<RoomCommand> again = kit.createTestProbe(RoomCommand.class);
    isFound("lobby", again);
    again.expectMessageClass(RoomCommand.Join.class).replyTo().tell(new RoomReply.Admitted(false));
    connection.expectMessage(new ConnectionStage.Read());
  }

  @Test
  void passesOnAWhisperWhileItWaitsForSomethingElse() {
    isChatting("one");
    RoomCommand.Post one = isPosted("one");
    fromNames.tell(new NameReply.Whispered("bob", "psst"));
    connection.expectMessage(written(new Notice.Whispered("bob", "psst")));
    one.replyTo().tell(new RoomReply.Accepted());
    connection.expectMessage(new ConnectionStage.Read());
  }

  @Test
  void tellsWhateverRoomItIsInWhetherTheClientIsBehind() {
    isChatting("/join cellar");
    TestProbe<RoomCommand> cellar = kit.createTestProbe(RoomCommand.class);
    isFound("cellar", cellar);
    session.tell(new InternalCommand.FellBehind(7));
    room.expectMessage(new RoomCommand.MarkBehind(ALICE, true));
    asksToJoin(cellar).replyTo().tell(new RoomReply.Admitted(false));
    room.expectMessageClass(RoomCommand.Leave.class).replyTo().tell(new RoomReply.Accepted());
    cellar.expectMessageClass(RoomCommand.Arrive.class);
    cellar.expectMessage(new RoomCommand.MarkBehind(ALICE, true));
    session.tell(new InternalCommand.CaughtUp(9));
    cellar.expectMessage(new RoomCommand.MarkBehind(ALICE, false));
  }

  @Test
  void leavesWhenItsClientIsCutOff() {
    isChatting();
    connection.expectMessage(new ConnectionStage.Read());
    session.tell(new InternalCommand.CutOff("it does not read"));
    room.expectMessageClass(RoomCommand.Leave.class).replyTo().tell(new RoomReply.Accepted());
    connection.expectMessage(new ConnectionStage.Finish());
  }

  @Test
  void saysGoodbyeWhenTheServerGoesDown() {
    isChatting("one");
    RoomCommand.Post one = isPosted("one");
    session.tell(new SessionCommand.GoDown());
    connection.expectMessage(written(new Notice.GoingDown()));
    connection.expectMessage(new ConnectionStage.Finish());
    one.replyTo().tell(new RoomReply.Accepted());
    connection.expectNoMessage(Duration.ofMillis(50));
  }
}
