package chat.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * A session of a lines listener between probes: a connection stage, services and a room that say
 * what the test says. Its client is alice.
 */
final class SessionUnderTest {
  static final MemberId ALICE = new MemberId(0, 1);

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

  final TestProbe<ConnectionStage.Command> connection;
  final TestProbe<Batch> outlet;
  final TestProbe<NameCommand> names;
  final TestProbe<ModerationCommand> moderation;
  final TestProbe<RegistryCommand> rooms;
  final TestProbe<RoomCommand> room;
  final ActorRef<SessionCommand> session;
  ActorRef<NameReply> fromNames;

  SessionUnderTest(ActorTestKit kit) {
    this.connection = kit.createTestProbe(ConnectionStage.Command.class);
    this.outlet = kit.createTestProbe(Batch.class);
    this.names = kit.createTestProbe(NameCommand.class);
    this.moderation = kit.createTestProbe(ModerationCommand.class);
    this.rooms = kit.createTestProbe(RegistryCommand.class);
    this.room = kit.createTestProbe(RoomCommand.class);
    this.session =
        kit.spawn(
            Session.create(
                SETTINGS,
                LINES,
                ORIGIN,
                new Services(names.ref(), moderation.ref(), rooms.ref()),
                owner -> {}));
  }

  void isTold(Notice notice) {
    connection.expectMessage(new ConnectionStage.Write(LINES.encode(notice), LINES.format()));
  }

  /** Its client's next chunk is asked for. */
  void isReadOn() {
    connection.expectMessage(new ConnectionStage.Read());
  }

  void sends(String... lines) {
    List<Frame> frames = Arrays.stream(lines).map(line -> (Frame) new Frame.Line(line)).toList();
    session.tell(new InternalCommand.Received(frames));
  }

  void isAskedForAName() {
    session.tell(new InternalCommand.Connected(connection.ref(), outlet.ref()));
    isTold(new Notice.AskName());
    isReadOn();
  }

  /** Brings alice into the lobby, and her next chunk. */
  void isChatting(String... lines) {
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
    isReadOn();
    sends(lines);
  }

  void mayComeIn(String name) {
    ModerationCommand.Enter enter = moderation.expectMessageClass(ModerationCommand.Enter.class);
    assertThat(enter.name()).isEqualTo(name);
    enter.replyTo().tell(new ModerationReply.Standing(Optional.empty()));
  }

  void isFound(String name, TestProbe<RoomCommand> found) {
    RegistryCommand.Find find = rooms.expectMessageClass(RegistryCommand.Find.class);
    assertThat(find.name()).isEqualTo(name);
    find.replyTo().tell(new RegistryReply.Found(name, found.ref()));
  }

  RoomCommand.Post isPosted(String... texts) {
    RoomCommand.Post post = room.expectMessageClass(RoomCommand.Post.class);
    assertThat(post.author()).isEqualTo(ALICE);
    assertThat(post.contents())
        .containsExactlyElementsOf(Arrays.stream(texts).map(Content.Text::new).toList());
    return post;
  }
}
