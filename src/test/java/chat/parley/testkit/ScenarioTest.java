package chat.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.extension.Gate;
import chat.parley.extension.GateExtension;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the kit promises, in process; {@link ScenarioOverTcpTest} plays the same over TCP. */
@ExtendWith(ScenarioExtension.class)
class ScenarioTest {

  /** Repeats what is said, and squawks at who said it. */
  static final class Parrot implements MemberExtension {
    @Override
    public String name() {
      return "parrot";
    }

    @Override
    public Config defaults() {
      return ConfigFactory.parseString("mark = \"!\"");
    }

    @Override
    public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
      return Behaviors.receive(RoomEvent.class)
          .onMessage(
              RoomEvent.Posted.class,
              posted -> {
                if (posted.content() instanceof Content.Text text) {
                  voice.say(text.text() + settings.getString("mark"));
                  voice.tell(posted.author(), "squawk");
                }
                return Behaviors.same();
              })
          .onAnyMessage(event -> Behaviors.same())
          .build();
    }
  }

  /** Lets everything pass, but not at once. */
  static final class Brake implements GateExtension {
    @Override
    public String name() {
      return "brake";
    }

    @Override
    public Config defaults() {
      return ConfigFactory.parseString("delay = 100 ms");
    }

    @Override
    public Behavior<Gate.Question> gate(Config settings) {
      Duration delay = settings.getDuration("delay");
      return Behaviors.receiveMessage(
          question -> {
            question.replyTo().tell(answer(question, delay));
            return Behaviors.same();
          });
    }

    private static Gate.Answer answer(Gate.Question question, Duration delay) {
      if (question instanceof Gate.Admit admit) {
        return admit.name().equals("eve") ? new Gate.Refuse("not you") : new Gate.Pass();
      }
      return new Gate.Delay(delay);
    }
  }

  @Test
  void playsAConversation(Scenario scenario) {
    var room = scenario.room("lobby");
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    alice.says("hello", "/nothing", "//");
    alice.does("waves");
    bob.hears("alice", "hello");
    bob.hears("alice", "/nothing");
    bob.hears("alice", "//");
    bob.hears("alice", "* waves");
    bob.setsTopic("bees");
    alice.isTold("bob set the topic: bees");
    bob.isNowCalled("rob");
    alice.isTold("bob is now called rob");
    bob.says("it is me");
    assertThat(alice.hears(1)).containsExactly("[rob] it is me");
    alice.hearsNothingElse();
    bob.hearsNothingElse();
  }

  @Test
  void tellsWhoIsThereOnlyWhenAskedTo(Scenario scenario) {
    var room = scenario.room("den").set("parley.room.replay=1");
    var alice = room.enters("alice");
    alice.isTold("you are in den with nobody else");
    var bob = room.enters("bob");
    bob.isTold("you are in den with alice");
    alice.isTold("bob has joined");
    bob.says("hi");
    alice.hears("bob", "hi");
    var carol = room.joins("carol");
    assertThat(carol.hears(1).get(0)).endsWith("[bob] hi");
    alice.hearsNothingElse();
    bob.hearsNothingElse();
  }

  @Test
  void knowsWhenExtensionsHaveNothingMoreToSay(Scenario scenario) {
    var room = scenario.room("lobby").with(new Parrot(), "mark = \"?!\"");
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    alice.says("yes");
    bob.hears("alice", "yes");
    bob.hears("parrot", "yes?!");
    alice.says("no");
    bob.hears("alice", "no");
    bob.hears("parrot", "no?!");
    bob.hearsNothingElse();
    assertThat(alice.hears(4))
        .containsExactlyInAnyOrder("[parrot] yes?!", "[parrot] no?!", "* squawk", "* squawk");
    alice.hearsNothingElse();
  }

  @Test
  void letsTimePass(Scenario scenario) {
    var room = scenario.room("lobby").with(new Brake());
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    alice.says("slowly");
    scenario.passes(Duration.ofMillis(100));
    bob.hears("alice", "slowly");
    bob.hearsNothingElse();
  }

  @Test
  void tellsWhoIsKeptOut(Scenario scenario) {
    var room = scenario.room("lobby").with(new Brake());
    var alice = room.joins("alice");
    room.keepsOut("eve", "not you");
    alice.hearsNothingElse();
  }

  @Test
  void crashesAnExtensionWhichComesBack(Scenario scenario) {
    var room = scenario.room("lobby").with(new Parrot());
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    room.crashes("parrot");
    alice.says("still there?");
    bob.hears("alice", "still there?");
    scenario.passes(Duration.ofSeconds(1));
    bob.hears("parrot", "still there?!");
    bob.hearsNothingElse();
  }

  @Test
  void knowsWhenAnExtensionIsPutAside(Scenario scenario) {
    var room = scenario.room("lobby").set("parley.extension.max-failures=1").with(new Parrot());
    var alice = room.joins("alice");
    room.crashes("parrot");
    assertThatThrownBy(alice::hearsNothingElse)
        .hasMessageContaining("heard * parrot has failed too often and is put aside");
    alice.isTold("parrot has failed too often and is put aside");
    alice.says("hello?");
    alice.hearsNothingElse();
  }

  @Test
  void noticesWhoGoesAndComesBack(Scenario scenario) {
    var room = scenario.room("lobby");
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    bob.leaves();
    alice.isTold("bob has left");
    bob = room.joins("bob");
    bob.vanishes();
    alice.isTold("bob has left");
    alice.hearsNothingElse();
    alice.leaves();
    room.joins("alice").hearsNothingElse();
  }

  @Test
  void waitsForNobodyWhoDoesNotRead(Scenario scenario) {
    var room = scenario.room("lobby");
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    var carol = room.joins("carol");
    bob.stopsReading();
    alice.says("one", "two");
    carol.hears("alice", "one");
    carol.hears("alice", "two");
    carol.hearsNothingElse();
    bob.readsOn();
    bob.hears("alice", "one");
    bob.hears("alice", "two");
    bob.hearsNothingElse();
  }
}
