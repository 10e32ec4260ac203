package chat.parley.room;

import chat.parley.extension.Gate;
import chat.parley.extension.GateExtension;
import chat.parley.hosting.EnabledExtension;
import chat.parley.hosting.ExtensionSettings;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** When whoever speaks through gates is answered. */
class GatedRoomTest {
  private static final Duration TIME = Duration.ofMinutes(1);
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  /** Lets everybody in, and says only what is allowed. */
  private record Allowing(String name, String allowed) implements GateExtension {
    @Override
    public Behavior<Gate.Question> gate(Config settings) {
      return Behaviors.receiveMessage(
          question -> {
            boolean passes =
                !(question instanceof Gate.Consider post) || post.content().text().equals(allowed);
            question.replyTo().tell(passes ? new Gate.Pass() : new Gate.Refuse("not that"));
            return Behaviors.same();
          });
    }
  }

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private static RoomSettings settings() {
    return new RoomSettings(
        10,
        1000,
        0,
        5,
        100,
        10_000,
        List.of(
            new EnabledExtension(
                new Allowing("allowing", "yes"),
                ConfigFactory.empty(),
                new ExtensionSettings(100, 1, TIME, TIME, TIME, TIME, false))));
  }

  @Test
  void isAnsweredOnlyWhenTheOthersHaveBeenSentWhatCameThrough() {
    TestProbe<Runnable> flushes = kit.createTestProbe(Runnable.class);
    var room =
        kit.spawn(
            Room.create(
                RoomKeeping.nothing("lobby"),
                settings(),
                RoomAccess.of(Optional.empty()),
                kit.system().ignoreRef(),
                Clock.systemUTC(),
                flush -> flushes.ref().tell(flush)));
    Guest alice = new Guest(kit, "alice", room);
    alice.isWelcomed();
    flushes.receiveMessage().run();
    alice.says("yes");
    Runnable flush = flushes.receiveMessage();
    room.tell(new RoomCommand.AskTopic(alice.replies.ref()));
    alice.replies.expectMessage(new RoomReply.Topic(""));
    flush.run();
    alice.isAnswered();
  }

  @Test
  void isAnsweredWhenNothingCameThrough() {
    var room = kit.spawn(Room.create("lobby", settings(), Clock.systemUTC()));
    Guest alice = new Guest(kit, "alice", room);
    alice.isWelcomed();
    alice.says("no");
    alice.hears("not said: not that");
    alice.isAnswered();
  }
}
