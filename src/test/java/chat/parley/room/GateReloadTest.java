package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Content;
import chat.parley.extension.Gate;
import chat.parley.extension.GateExtension;
import chat.parley.hosting.EnabledExtension;
import chat.parley.hosting.ExtensionSettings;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What becomes of what waits at the gates of a room when other gates come to stand there. */
class GateReloadTest {
  private static final Duration TIME = Duration.ofSeconds(1);
  private static final ActorTestKit kit =
      ActorTestKit.create(ManualTime.config().withFallback(ConfigFactory.load()));

  /** A question, and which gate with what settings it was asked. */
  private record Asked(String gate, Gate.Question question) {}

  /** A gate that answers when the test does. */
  private record Asking(String name, TestProbe<Asked> questions) implements GateExtension {
    @Override
    public Behavior<Gate.Question> gate(Config settings) {
      String title = name + " " + settings.getString("mark");
      return Behaviors.receiveMessage(
          question -> {
            questions.ref().tell(new Asked(title, question));
            return Behaviors.same();
          });
    }
  }

  private final TestProbe<Asked> questions = kit.createTestProbe(Asked.class);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  /** What nobody answers is refused: only the room itself may let it pass. */
  private EnabledExtension gate(String name, int mark) {
    return new EnabledExtension(
        new Asking(name, questions),
        ConfigFactory.parseString("mark = " + mark),
        new ExtensionSettings(100, 1, TIME, TIME, TIME, TIME, true));
  }

  private static RoomSettings settings(EnabledExtension... gates) {
    return new RoomSettings(10, 1000, 0, 5, 100, 10_000, List.of(gates));
  }

  private static ActorRef<RoomCommand> room(EnabledExtension... gates) {
    return kit.spawn(Room.create("lobby", settings(gates), Clock.systemUTC()));
  }

  /** Comes in while no gate stands there. */
  private static Guest joins(String name, ActorRef<RoomCommand> room) {
    return new Guest(kit, name, room).joined();
  }

  private static void configure(ActorRef<RoomCommand> room, EnabledExtension... gates) {
    room.tell(new RoomCommand.Configure(settings(gates)));
  }

  private Gate.Question isAsked(String gate, String about) {
    Asked asked = questions.receiveMessage();
    assertThat(asked.gate()).isEqualTo(gate);
    assertThat(
            asked.question() instanceof Gate.Consider post
                ? post.content().text()
                : ((Gate.Admit) asked.question()).name())
        .isEqualTo(about);
    return asked.question();
  }

  private void passes(String gate, String about) {
    isAsked(gate, about).replyTo().tell(new Gate.Pass());
  }

  @Test
  void asksTheGateThatWasStartedAnewAboutWhatWaitedAtTheOld() {
    var room = room();
    Guest alice = joins("alice", room);
    Guest bob = joins("bob", room);
    alice.next();
    configure(room, gate("filter", 1));
    alice.says("one", "two");
    Gate.Question old = isAsked("filter 1", "one");
    configure(room, gate("filter", 2));
    Gate.Question late = isAsked("filter 2", "one");
    old.replyTo().tell(new Gate.Refuse("too late"));
    late.replyTo().tell(new Gate.Change(new Content.Text("One")));
    passes("filter 2", "two");
    alice.isAnswered();
    bob.hears("alice: One", "alice: two");
    bob.says("and");
    passes("filter 2", "and");
    alice.hears("bob: and");
  }

  @Test
  void letsGoOnWhatWaitedAtAGateThatIsGone() {
    var room = room();
    Guest alice = joins("alice", room);
    Guest bob = joins("bob", room);
    alice.next();
    configure(room, gate("filter", 1));
    alice.says("asked", "next");
    isAsked("filter 1", "asked");
    Guest carol = new Guest(kit, "carol", room);
    isAsked("filter 1", "carol");
    bob.says("held back");
    isAsked("filter 1", "held back").replyTo().tell(new Gate.Delay(Duration.ofHours(1)));
    configure(room);
    alice.isAnswered();
    bob.isAnswered();
    assertThat(carol.isWelcomed().others()).containsExactly("alice", "bob");
    bob.hears("alice: asked", "carol comes", "alice: next");
    ManualTime.get(kit.system()).timePasses(Duration.ofHours(1));
    alice.says("last");
    bob.hears("alice: last");
    alice.hears("carol comes", "bob: held back");
  }

  @Test
  void asksInTheNewOrderWhatHasNotYetLetItPass() {
    var room = room();
    Guest alice = joins("alice", room);
    Guest bob = joins("bob", room);
    alice.next();
    configure(room, gate("a", 1), gate("b", 1), gate("c", 1));
    alice.says("one", "two");
    passes("a 1", "one");
    Gate.Question atB = isAsked("b 1", "one");
    configure(room, gate("new", 1), gate("c", 1), gate("b", 1), gate("a", 2));
    atB.replyTo().tell(new Gate.Pass());
    passes("new 1", "one");
    passes("c 1", "one");
    bob.hears("alice: one");
    passes("new 1", "two");
    passes("c 1", "two");
    passes("b 1", "two");
    passes("a 2", "two");
    bob.hears("alice: two");
    alice.isAnswered();
  }

  @Test
  void losesAndReordersNothingOfAllThatWaits() {
    var room = room();
    Guest alice = joins("alice", room);
    Guest bob = joins("bob", room);
    alice.next();
    configure(room, gate("filter", 1));
    String[] lines = new String[10_000];
    String[] heard = new String[lines.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = "" + i;
      heard[i] = "alice: " + i;
      alice.says(lines[i]);
    }
    isAsked("filter 1", "0");
    configure(room);
    bob.hears(heard);
    for (int i = 0; i < lines.length; i++) {
      alice.isAnswered();
    }
  }
}
