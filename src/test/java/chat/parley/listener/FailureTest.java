package chat.parley.listener;

import chat.parley.moderation.Bans;
import chat.parley.protocol.LinesProtocol;
import chat.parley.protocol.Notice;
import chat.parley.protocol.Protocol;
import chat.parley.protocol.Request;
import chat.parley.room.RoomSettings;
import chat.parley.server.TestClient;
import chat.parley.session.Services;
import chat.parley.session.SessionLimits;
import chat.parley.session.SessionSettings;
import chat.parley.session.TestServices;
import chat.parley.transport.ConnectionSettings;
import chat.parley.transport.Format;
import chat.parley.transport.Frame;
import chat.parley.transport.Framing;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom it concerns when a session or the registry fails, on real sockets. */
class FailureTest {
  private static final RoomSettings ROOM = new RoomSettings(10, 1000, 0, 5, 100, 10_000);
  private static final ListenerSettings SETTINGS =
      new ListenerSettings(
          ListenerAddress.parse("lines:0"),
          1000,
          true,
          10,
          Duration.ZERO,
          new SessionSettings(
              "lobby",
              false,
              "",
              false,
              new ConnectionSettings(
                  100,
                  10_000,
                  1 << 20,
                  ConnectionSettings.Slow.SKIP,
                  Duration.ZERO,
                  Duration.ofSeconds(1)),
              new SessionLimits(
                  32,
                  390,
                  0,
                  1,
                  SessionLimits.TooFast.DELAY,
                  Duration.ofSeconds(30),
                  Duration.ZERO)));

  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  /** The lines protocol, but nobody can make sense of "boom". */
  private static final class Stumbling implements Protocol {
    private final Protocol lines = new LinesProtocol(1000, true);

    @Override
    public boolean asksName() {
      return lines.asksName();
    }

    @Override
    public String answer(Frame frame) {
      return lines.answer(frame);
    }

    @Override
    public boolean saysNothing(Frame frame) {
      return lines.saysNothing(frame);
    }

    @Override
    public Request request(Frame frame) {
      if (frame.equals(new Frame.Line("boom"))) {
        throw new IllegalStateException("boom");
      }
      return lines.request(frame);
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

  private ListenerAddress listener;

  @BeforeEach
  void open() {
    Services services = TestServices.spawn(kit, FailureTest::settings);
    TestProbe<Listener.Reply> guardian = kit.createTestProbe(Listener.Reply.class);
    ConnectionLimiter admissions =
        new ConnectionLimiter(
            new ConnectionLimits(ConnectionTotal.of(100), 0, 0, List.of()), new Bans());
    kit.spawn(
        Listener.create(
            SETTINGS,
            new ProtocolStack(Framing.lines(1000), Stumbling::new),
            admissions,
            services,
            guardian.ref()));
    listener = guardian.expectMessageClass(Listener.Opened.class).address();
  }

  private static RoomSettings settings(String room) {
    if (room.equals("cursed")) {
      throw new IllegalStateException("cursed");
    }
    return ROOM;
  }

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  @Test
  void aSessionThatFailsEndsAlone() {
    try (TestClient alice = TestClient.named("alice", listener);
        TestClient bob = TestClient.named("bob", listener)) {
      alice.hears("* bob has joined");
      bob.says("before");
      alice.hears("[bob] before");
      LoggingTestKit.error("a session from lines 127.0.0.1:")
          .withOccurrences(1)
          .expect(
              kit.system(),
              () -> {
                bob.says("boom");
                bob.isCutOff();
                return null;
              });
      alice.hears("* bob has left");
      try (TestClient again = TestClient.named("bob", listener)) {
        alice.hears("* bob has joined");
        again.says("back");
        alice.hears("[bob] back");
      }
    }
  }

  @Test
  void theDirectorySaysThatItHasFailedAndGoesOn() {
    try (TestClient alice = TestClient.named("alice", listener);
        TestClient bob = TestClient.named("bob", listener)) {
      alice.hears("* bob has joined");
      for (int i = 0; i < 10; i++) {
        bob.says("/join cursed");
        bob.hears("* something went wrong, and that has not been done");
      }
      bob.says("/msg alice psst");
      bob.hears("* you tell alice: psst");
      bob.says("still here");
      alice.hears("* bob tells you: psst", "[bob] still here");
    }
  }
}
