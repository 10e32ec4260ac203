package chat.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import chat.parley.event.RoomEvent;
import chat.parley.extension.Gate;
import chat.parley.extension.GateExtension;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import chat.parley.patience.Wait;
import chat.parley.testkit.ScenarioTest.Brake;
import chat.parley.testkit.ScenarioTest.Parrot;
import com.typesafe.config.Config;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a scenario that fails says, and that it does fail. */
class FailingScenarioTest {
  private final Scenario scenario =
      new Scenario(new InProcess(Scenario.PATIENCE), Scenario.PATIENCE);

  @AfterEach
  void end() {
    scenario.close();
  }

  @Test
  void tellsTheConversationWhenSomethingElseIsHeard() {
    var room = scenario.room("lobby").with(new Parrot());
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    alice.says("hello");
    bob.hears("alice", "hello");
    assertThatThrownBy(() -> bob.hears("parrot", "hello?"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            """
            bob should have heard [parrot] hello?
            but heard [parrot] hello!
            the conversation so far:
              -- lobby with parrot, in process
              alice      enters
              alice      hears  * you are in lobby with nobody else
              bob        enters
            """)
        .message()
        .contains(
            "\n  alice      says   hello\n",
            "\n  bob        hears  [alice] hello\n",
            "\n  bob        hears  [parrot] hello!");
  }

  @Test
  void failsWhenNothingIsHeard() {
    try (var impatient = new Scenario(new InProcess(Scenario.PATIENCE), Duration.ofMillis(20))) {
      var nobody = impatient.room("lobby").enters("nobody");
      assertThatThrownBy(() -> nobody.hears(2))
          .hasMessageContaining("nobody should have heard 2 lines")
          .hasMessageContaining("of them within 20 ms");
    }
    var alice = scenario.room("lobby").joins("alice");
    alice.leaves();
    assertThatThrownBy(() -> alice.hears("bob", "hello"))
        .hasMessageContaining("but heard nothing before the end");
  }

  @Test
  void failsWhenSomethingIsHeardAfterAll() {
    var room = scenario.room("lobby").with(new Parrot());
    var alice = room.joins("alice");
    alice.says("hello");
    assertThatThrownBy(alice::hearsNothingElse)
        .hasMessageContaining("alice should have heard nothing else")
        .hasMessageContaining("[parrot] hello!");
  }

  @Test
  void tellsThatTimeHasPassed() {
    var room = scenario.room("lobby").with(new Brake(), "delay = 5 s");
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    alice.says("one", "two");
    bob.hearsNothingElse();
    scenario.passes(Duration.ofSeconds(5));
    bob.hears("alice", "one");
    bob.hearsNothingElse();
    scenario.passes(Duration.ofMillis(4_999));
    bob.hearsNothingElse();
    scenario.passes(Duration.ofMillis(1));
    assertThatThrownBy(bob::hearsNothingElse)
        .message()
        .contains("  -- 0.001 s pass, moved on by hand\n  bob        hears  [alice] two");
  }

  @Test
  void followsAPostThroughAllGates() {
    var room = scenario.room("lobby");
    for (int i = 0; i < 30; i++) {
      room.with(new Open("gate" + i));
    }
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    alice.says("hello");
    assertThatThrownBy(bob::hearsNothingElse).hasMessageContaining("heard [alice] hello");
  }

  private record Open(String name) implements GateExtension {
    @Override
    public Behavior<Gate.Question> gate(Config settings) {
      return Behaviors.receiveMessage(
          question -> {
            question.replyTo().tell(new Gate.Pass());
            return Behaviors.same();
          });
    }
  }

  @Test
  void doesNotTakeABusyExtensionForASilentOne() {
    CountDownLatch done = new CountDownLatch(1);
    try (var impatient = new Scenario(new InProcess(Duration.ofSeconds(2)), Scenario.PATIENCE)) {
      var alice = impatient.room("lobby").with(new Busy(done)).joins("alice");
      Throwable failure = catchThrowable(alice::hearsNothingElse);
      done.countDown();
      assertThat(failure).hasMessageStartingWith("busy has not dealt with Joined[room=lobby, ");
    }
  }

  private record Busy(CountDownLatch done) implements MemberExtension {
    @Override
    public String name() {
      return "busy";
    }

    @Override
    public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
      return Behaviors.receive(RoomEvent.class)
          .onMessage(
              RoomEvent.Joined.class,
              joined -> {
                Wait.forLatch("the end of the test", done);
                return Behaviors.same();
              })
          .onAnyMessage(event -> Behaviors.same())
          .build();
    }
  }

  @Test
  void doesNotTakeAnExtensionThatWaitsForAnAnswerForASilentOne() {
    var alice = scenario.room("lobby").with(new Asking()).joins("alice");
    alice.says("hello");
    assertThatThrownBy(alice::hearsNothingElse).hasMessageContaining("[asking] alice is here");
  }

  /** Says who is here, whenever somebody says something. */
  private record Asking() implements MemberExtension {
    @Override
    public String name() {
      return "asking";
    }

    @Override
    public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
      return Behaviors.<Object>setup(
              context ->
                  Behaviors.receive(Object.class)
                      .onMessage(
                          RoomEvent.Posted.class,
                          posted -> {
                            context.pipeToSelf(
                                voice.present(), (names, failure) -> String.join(", ", names));
                            return Behaviors.same();
                          })
                      .onMessage(
                          String.class,
                          names -> {
                            voice.say(names + " is here");
                            return Behaviors.same();
                          })
                      .onAnyMessage(event -> Behaviors.same())
                      .build())
          .narrow();
    }
  }

  @Test
  void saysWhoWasLetInOrWasNot() {
    var room = scenario.room("lobby").with(new Brake());
    assertThatThrownBy(() -> room.joins("eve"))
        .hasMessageContaining("eve should have been let into lobby\nbut was not: not you");
    assertThatThrownBy(() -> room.keepsOut("eve", "never"))
        .hasMessageContaining("eve should have been kept out: never\nbut was kept out: not you");
    assertThatThrownBy(() -> room.keepsOut("alice", "not you"))
        .hasMessageContaining("alice should have been kept out: not you\nbut was let in");
  }

  @Test
  void saysWhatIsWrongWithAnExtension() {
    assertThatThrownBy(() -> scenario.room("lobby").with("no-such").joins("alice"))
        .hasMessageContaining("names the extension no-such, which is not installed");
    assertThatThrownBy(() -> scenario.room("den").with(new Brake(), "speed = 1").joins("alice"))
        .hasMessageContaining("the extension brake has no setting speed");
    var room = scenario.room("attic").with(new Parrot());
    var alice = room.joins("alice");
    assertThatThrownBy(() -> room.crashes("brake"))
        .hasMessage("there is no extension brake in the room that could crash");
    assertThat(alice.name()).isEqualTo("alice");
  }
}
