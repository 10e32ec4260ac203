package chat.parley.testkit;

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

/** What docs/testkit.md shows. */
@ExtendWith(ScenarioExtension.class)
class DiceScenarioTest {

  /** A die of one side. */
  static final class OneSidedDie implements MemberExtension {
    @Override
    public String name() {
      return "die";
    }

    @Override
    public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
      return Behaviors.receive(RoomEvent.class)
          .onMessage(
              RoomEvent.Posted.class,
              posted -> {
                if (posted.content().equals(new Content.Text("!roll"))) {
                  voice.say(posted.author() + " rolled 1");
                }
                return Behaviors.same();
              })
          .onAnyMessage(event -> Behaviors.same())
          .build();
    }
  }

  /** Holds back whatever is said for a while. */
  static final class Thoughtful implements GateExtension {
    @Override
    public String name() {
      return "thoughtful";
    }

    @Override
    public Config defaults() {
      return ConfigFactory.parseString("pause = 1 s");
    }

    @Override
    public Behavior<Gate.Question> gate(Config settings) {
      Duration pause = settings.getDuration("pause");
      return Behaviors.receiveMessage(
          question -> {
            boolean post = question instanceof Gate.Consider;
            question.replyTo().tell(post ? new Gate.Delay(pause) : new Gate.Pass());
            return Behaviors.same();
          });
    }
  }

  @Test
  void rolls(Scenario scenario) {
    var room = scenario.room("lobby").with(new OneSidedDie());
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    alice.says("!roll");
    bob.hears("alice", "!roll");
    bob.hears("die", "alice rolled 1");
    alice.hears("die", "alice rolled 1");
    alice.hearsNothingElse();
  }

  @Test
  void thinks(Scenario scenario) {
    var room = scenario.room("lobby").with(new Thoughtful(), "pause = 5 s");
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    alice.says("hello");
    bob.hearsNothingElse();
    scenario.passes(Duration.ofSeconds(5));
    bob.hears("alice", "hello");
  }

  @Test
  void comesBack(Scenario scenario) {
    var room = scenario.room("lobby").with(new OneSidedDie());
    var alice = room.joins("alice");
    room.crashes("die");
    alice.says("!roll");
    scenario.passes(Duration.ofSeconds(1));
    alice.hears("die", "alice rolled 1");
  }
}
