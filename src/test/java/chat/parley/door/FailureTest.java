package chat.parley.door;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.access.BannedAddresses;
import chat.parley.directory.Directories;
import chat.parley.directory.Directory;
import chat.parley.patience.Wait;
import chat.parley.room.Batch;
import chat.parley.room.RoomSettings;
import chat.parley.session.LinkSettings;
import chat.parley.session.SessionLimits;
import chat.parley.session.SessionSettings;
import chat.parley.wire.Frame;
import chat.parley.wire.LinesWire;
import chat.parley.wire.Notice;
import chat.parley.wire.Request;
import chat.parley.wire.Splitter;
import chat.parley.wire.Wire;
import com.typesafe.config.ConfigFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.LoggingTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom it concerns when a session or the directory fails, on real sockets. */
class FailureTest {
  private static final RoomSettings ROOM = new RoomSettings(10, 1000, 0, 5, 100, 10_000);
  private static final DoorSettings SETTINGS =
      new DoorSettings(
          DoorAddress.parse("lines:0"),
          1000,
          true,
          false,
          10,
          Duration.ZERO,
          new SessionSettings(
              "lobby",
              false,
              "",
              false,
              new LinkSettings(
                  100,
                  10_000,
                  1 << 20,
                  LinkSettings.Slow.SKIP,
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
  private static final class Stumbling implements Wire {
    private final Wire lines = new LinesWire(1000, true);

    @Override
    public boolean asksName() {
      return lines.asksName();
    }

    @Override
    public Splitter splitter() {
      return lines.splitter();
    }

    @Override
    public String answer(Frame frame) {
      return lines.answer(frame);
    }

    @Override
    public Notice otherProtocol(Frame frame) {
      return lines.otherProtocol(frame);
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
    public ByteString encode(Batch batch) {
      return lines.encode(batch);
    }
  }

  private static final class Client implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    Client(String name, DoorAddress door) throws IOException {
      socket = new Socket(door.host(), door.port());
      socket.setSoTimeout(20_000);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(in.readLine()).startsWith("* Welcome");
      says(name);
      String answer = in.readLine();
      while (answer.equals("* " + name + " is taken; another name?")) {
        says(name); // whoever had it is about to go
        answer = in.readLine();
      }
      assertThat(answer).startsWith("* you are in lobby");
    }

    void says(String line) {
      try {
        Wait.toWrite(socket, (line + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void hears(String... lines) throws IOException {
      for (String line : lines) {
        assertThat(in.readLine()).isEqualTo(line);
      }
    }

    void isCutOff() {
      try {
        assertThat(in.readLine()).isNull();
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("reset");
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private DoorAddress door;

  @BeforeEach
  void open() {
    ActorRef<Directory.Command> directory =
        Directories.spawn(kit, FailureTest::settings, 100, 100, Set.of());
    TestProbe<Door.Reply> guardian = kit.createTestProbe(Door.Reply.class);
    Admissions admissions =
        new Admissions(new ConnectionLimits(100, "", 0, 0, List.of()), new BannedAddresses());
    kit.spawn(Door.create(SETTINGS, new Stumbling(), admissions, directory, guardian.ref()));
    door = guardian.expectMessageClass(Door.Opened.class).address();
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
  void aSessionThatFailsEndsAlone() throws IOException {
    try (Client alice = new Client("alice", door);
        Client bob = new Client("bob", door)) {
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
      try (Client again = new Client("bob", door)) {
        alice.hears("* bob has joined");
        again.says("back");
        alice.hears("[bob] back");
      }
    }
  }

  @Test
  void theDirectorySaysThatItHasFailedAndGoesOn() throws IOException {
    try (Client alice = new Client("alice", door);
        Client bob = new Client("bob", door)) {
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
