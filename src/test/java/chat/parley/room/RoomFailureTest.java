package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import chat.parley.extension.Gate;
import chat.parley.extension.GateExtension;
import chat.parley.hosting.EnabledExtension;
import chat.parley.hosting.ExtensionSettings;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is left of a room that has failed: everything but what it failed at. */
class RoomFailureTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final RoomEvent WENT_WRONG = new RoomEvent.Recovered(Events.ROOM);

  private static final ExtensionSettings ALLOWED =
      new ExtensionSettings(
          100,
          5,
          Duration.ofMillis(200),
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          Duration.ofMinutes(1),
          false);

  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  /** A clock that does not know the time now and then; the room asks it once for each post. */
  private static final class Stumbling extends Clock {
    volatile boolean fails;

    @Override
    public Instant instant() {
      if (fails) {
        throw new IllegalStateException("no time");
      }
      return NOW;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /** A gate that answers when the test does. */
  private static final class Asking implements GateExtension {
    final TestProbe<Gate.Question> questions = kit.createTestProbe(Gate.Question.class);

    @Override
    public String name() {
      return "asking";
    }

    @Override
    public Behavior<Gate.Question> gate(Config settings) {
      return Behaviors.receiveMessage(
          question -> {
            questions.ref().tell(question);
            return Behaviors.same();
          });
    }

    void lets(String name, String text) {
      Gate.Consider question = questions.expectMessageClass(Gate.Consider.class);
      assertThat(question.author()).isEqualTo(name);
      assertThat(question.content()).isEqualTo(new Content.Text(text));
      question.replyTo().tell(new Gate.Pass());
    }
  }

  private final Stumbling clock = new Stumbling();

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private ActorRef<RoomCommand> room(EnabledExtension... extensions) {
    return kit.spawn(
        Room.create(
            "lobby", new RoomSettings(10, 1000, 0, 5, 100, 10_000, List.of(extensions)), clock));
  }

  private static RoomEvent.Posted posted(long number, String author, String text) {
    return Events.posted(number, NOW, author, new Content.Text(text));
  }

  @Test
  void goesOnWithItsMembersNumbersTopicAndPosts() {
    var room = room();
    Guest alice = new Guest(kit, "alice", room).joined();
    Guest bob = new Guest(kit, "bob", room).joined();
    alice.hears(Events.joined("bob"));
    room.tell(new RoomCommand.SetTopic(alice.id, "bees", alice.replies.ref()));
    alice.replies.expectMessage(
        new RoomReply.Ruled(new RoomReply.TopicSet("lobby", "bees"), false));
    alice.says("one");
    alice.isAnswered();
    bob.hears(Events.topicSet("alice", "bees"), posted(1, "alice", "one"));

    clock.fails = true;
    alice.says("lost");
    alice.isAnswered();
    clock.fails = false;
    alice.says("two");
    alice.isAnswered();

    bob.hears(WENT_WRONG, posted(2, "alice", "two"));
    alice.hears(WENT_WRONG);
    room.tell(RoomClient.asksForTheLast(10, alice.replies.ref()));
    alice.replies.expectMessage(
        RoomClient.last(posted(1, "alice", "one"), posted(2, "alice", "two")));
    Guest carol = new Guest(kit, "carol", room);
    carol.isAdmitted();
    carol.hears(
        new RoomEvent.Welcomed(
            "lobby", "bees", List.of("alice", "bob"), 0, List.of(), Events.unkept(2)));
  }

  @Test
  void stillKnowsWhenAMemberEnds() {
    var room = room();
    Guest alice = new Guest(kit, "alice", room).joined();
    Guest bob = new Guest(kit, "bob", room).joined();
    clock.fails = true;
    bob.says("lost");
    bob.isAnswered();
    bob.outlet.stop();
    alice.hears(Events.joined("bob"), WENT_WRONG, Events.left("bob"));
  }

  @Test
  void sendsWhatWasGatheredAndAnswersWhoWaitsForThat() {
    Queue<Runnable> flushes = new ConcurrentLinkedQueue<>();
    var room =
        kit.spawn(
            Room.create(
                RoomKeeping.nothing("lobby"),
                new RoomSettings(10, 1000, 0, 5, 100, 10_000),
                RoomAccess.of(Optional.empty()),
                kit.system().ignoreRef(),
                clock,
                flushes::add));
    Guest alice = new Guest(kit, "alice", room).joined();
    Guest bob = new Guest(kit, "bob", room).joined();
    alice.says("gathered");
    room.tell(new RoomCommand.AskPresent(bob.replies.ref()));
    bob.replies.expectMessage(new RoomReply.Present(List.of("alice", "bob"), List.of()));
    clock.fails = true;
    bob.says("lost");
    alice.isAnswered();
    bob.isAnswered();
    bob.hears(posted(1, "alice", "gathered"));
    clock.fails = false;
    flushes.forEach(Runnable::run);
    alice.hears(Events.joined("bob"), WENT_WRONG);
    bob.hears(WENT_WRONG);
  }

  @Test
  void letsThroughWhatWasBeforeItsGates() {
    var gate = new Asking();
    var room = room(new EnabledExtension(gate, ConfigFactory.empty(), ALLOWED));
    Guest alice = joinsThrough(gate, "alice", room);
    Guest bob = joinsThrough(gate, "bob", room);
    alice.hears(Events.joined("bob"));
    alice.says("lost", "with it");
    bob.says("waits");
    clock.fails = true;
    gate.lets("alice", "lost");
    alice.isAnswered();
    bob.hears(WENT_WRONG);
    clock.fails = false;
    gate.lets("bob", "waits");
    bob.isAnswered();
    alice.hears(WENT_WRONG, posted(1, "bob", "waits"));
    alice.says("again");
    gate.lets("alice", "again");
    alice.isAnswered();
    bob.hears(posted(2, "alice", "again"));
  }

  @Test
  void answersWhoeverWaitedAtAGateThatIsTakenAway() {
    var gate = new Asking();
    var room = room(new EnabledExtension(gate, ConfigFactory.empty(), ALLOWED));
    Guest alice = joinsThrough(gate, "alice", room);
    Guest bob = joinsThrough(gate, "bob", room);
    alice.hears(Events.joined("bob"));
    alice.says("lost");
    bob.says("lost");
    Guest carol = new Guest(kit, "carol", room);
    gate.questions.receiveSeveralMessages(3);
    clock.fails = true;
    room.tell(new RoomCommand.Configure(new RoomSettings(10, 1000, 0, 5, 100, 10_000)));
    carol.joined();
    alice.isAnswered();
    bob.isAnswered();
    clock.fails = false;
    alice.says("again");
    alice.isAnswered();
    bob.hears(Events.joined("carol"), WENT_WRONG, posted(1, "alice", "again"));
    carol.says("once");
    carol.isAnswered();
    bob.hears(posted(2, "carol", "once"));
  }

  private static Guest joinsThrough(Asking gate, String name, ActorRef<RoomCommand> room) {
    Guest somebody = new Guest(kit, name, room);
    gate.questions.expectMessageClass(Gate.Admit.class).replyTo().tell(new Gate.Pass());
    return somebody.joined();
  }

  @Test
  void endsWhenItFailsTooOften() {
    var room = room();
    Guest alice = new Guest(kit, "alice", room).joined();
    clock.fails = true;
    for (int i = 0; i < Room.MAX_FAILURES; i++) {
      alice.says("lost");
      alice.isAnswered();
    }
    alice.says("the last straw");
    alice.outlet.expectTerminated(room);
  }
}
