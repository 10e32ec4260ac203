package chat.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.Origin;
import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.protocol.LinesProtocol;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.protocol.Request;
import chat.parley.room.RoomSettings;
import chat.parley.transport.ConnectionSettings;
import chat.parley.transport.ConnectionStage;
import chat.parley.transport.Format;
import chat.parley.transport.Frame;
import com.typesafe.config.ConfigFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions of a protocol whose clients are in several rooms at once, among real rooms. */
class ManyRoomsTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());
  private static final Services SERVICES =
      TestServices.spawn(kit, room -> new RoomSettings(10, 10_000, 0, 20, 100, 10_000));

  private static final SessionSettings SETTINGS =
      new SessionSettings(
          "lobby",
          false,
          "",
          false,
          new ConnectionSettings(
              1000,
              100_000,
              1 << 20,
              ConnectionSettings.Slow.SKIP,
              Duration.ZERO,
              Duration.ofSeconds(1)),
          new SessionLimits(
              32, 390, 0, 1, SessionLimits.TooFast.DELAY, Duration.ofSeconds(30), Duration.ZERO));

  private static final Origin ORIGIN =
      new Origin("many", new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));

  /**
   * Lines whose first word is the room that they are for, as {@code #den hello}; without one, as of
   * the lines protocol.
   */
  private static final class ManyRooms implements Protocol {
    private final Protocol lines = new LinesProtocol(1000, true);

    @Override
    public boolean isInOneRoom() {
      return false;
    }

    @Override
    public boolean asksName() {
      return true;
    }

    @Override
    public String answer(Frame frame) {
      return lines.answer(frame);
    }

    @Override
    public boolean saysNothing(Frame frame) {
      return false;
    }

    @Override
    public Request request(Frame frame) {
      String line = ((Frame.Line) frame).text();
      if (line.equals("/part")) {
        return new Request.Part();
      }
      if (!line.startsWith("#")) {
        return lines.request(frame);
      }
      String[] words = line.substring(1).split(" ", 2);
      Request request = request(new Frame.Line(words[1]));
      return new Request.In(words[0], (Request.OfRoom) request);
    }

    @Override
    public ByteString encode(Notice notice) {
      return lines.encode(notice);
    }

    @Override
    public Format format() {
      return lines.format();
    }
  }

  /** A client of such a session. */
  private static final class Client {
    final TestProbe<ConnectionStage.Command> connection =
        kit.createTestProbe(ConnectionStage.Command.class);
    final TestProbe<Batch> outlet = kit.createTestProbe(Batch.class);
    final ActorRef<SessionCommand> session;
    private final Protocol protocol = new ManyRooms();

    Client(String name) {
      session = kit.spawn(Session.create(SETTINGS, protocol, ORIGIN, SERVICES, owner -> {}));
      session.tell(new InternalCommand.Connected(connection.ref(), outlet.ref()));
      isTold(new Notice.AskName());
      isRead();
      sends(name);
    }

    /** Sends a line, when what was sent before has been dealt with. */
    void sends(String line) {
      sendsAndIsTold(line);
    }

    void sendsAndIsTold(String line, Notice... notices) {
      session.tell(new InternalCommand.Received(List.of(new Frame.Line(line))));
      Stream.of(notices).forEach(this::isTold);
      isRead();
    }

    private void isTold(Notice notice) {
      connection.expectMessage(
          new ConnectionStage.Write(protocol.encode(notice), protocol.format()));
    }

    private void isRead() {
      connection.expectMessage(new ConnectionStage.Read());
    }

    /** Hears something next, in whatever room. */
    RoomEvent hears() {
      Batch batch = outlet.receiveMessage();
      assertThat(batch.events()).hasSize(1).allMatch(each -> each.room().equals(batch.room()));
      return batch.events().get(0);
    }

    void hearsThat(String room, String author, String text) {
      assertThat(hears())
          .isInstanceOfSatisfying(
              RoomEvent.Posted.class,
              posted -> {
                assertThat(posted.room()).isEqualTo(room);
                assertThat(posted.author()).isEqualTo(author);
                assertThat(posted.content()).isEqualTo(new Content.Text(text));
              });
    }

    void isWelcomed(String room) {
      assertThat(hears())
          .isInstanceOfSatisfying(
              RoomEvent.Welcomed.class, welcome -> assertThat(welcome.room()).isEqualTo(room));
    }

    void end() {
      kit.stop(session);
    }
  }

  private Client alice;
  private Client bob;

  @AfterAll
  static void endAll() {
    kit.shutdownTestKit();
  }

  @BeforeEach
  void bothAreInBothRooms() {
    alice = new Client("alice");
    bob = new Client("bob");
    for (String room : List.of("attic", "cellar")) {
      alice.sends("/join " + room);
      alice.isWelcomed(room);
      bob.sends("/join " + room);
      bob.isWelcomed(room);
      assertThat(alice.hears()).isInstanceOf(RoomEvent.Joined.class);
    }
  }

  private void bothEnd() {
    alice.end();
    bob.end();
  }

  @Test
  void saysAndHearsEachThingInItsRoom() {
    alice.sends("#attic up here");
    alice.sends("#cellar down there");
    bob.hearsThat("attic", "alice", "up here");
    bob.hearsThat("cellar", "alice", "down there");
    bothEnd();
  }

  @Test
  void saysWhereItHasSpokenLastWhatIsForNoRoom() {
    alice.sends("#attic up here");
    alice.sends("still up here");
    bob.hearsThat("attic", "alice", "up here");
    bob.hearsThat("attic", "alice", "still up here");
    bothEnd();
  }

  @Test
  void hasAnotherNameInAllRoomsAtOnce() {
    alice.sendsAndIsTold("/nick alicia", new Notice.Renamed("alicia"));
    for (int i = 0; i < 2; i++) {
      assertThat(bob.hears())
          .isInstanceOfSatisfying(
              RoomEvent.Renamed.class, it -> assertThat(it.newName()).isEqualTo("alicia"));
    }
    bothEnd();
  }

  @Test
  void staysInOneRoomWhenItLeavesTheOther() {
    alice.sendsAndIsTold("#attic /part", new Notice.Parted("attic"));
    assertThat(bob.hears())
        .isInstanceOfSatisfying(
            RoomEvent.Left.class, left -> assertThat(left.room()).isEqualTo("attic"));
    alice.sendsAndIsTold("#attic hello?", new Notice.NoRoom());
    alice.sends("hello");
    bob.hearsThat("cellar", "alice", "hello");
    bothEnd();
  }

  @Test
  void leavesAllRoomsWhenItEnds() {
    alice.session.tell(new InternalCommand.Ended());
    alice.connection.expectMessage(new ConnectionStage.Finish());
    assertThat(List.of(bob.hears(), bob.hears()))
        .allMatch(event -> event instanceof RoomEvent.Left)
        .extracting(RoomEvent::room)
        .containsExactlyInAnyOrder("attic", "cellar");
    bothEnd();
  }
}
