package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.extension.Gate;
import chat.parley.extension.GateExtension;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import chat.parley.testkit.Scenario;
import chat.parley.testkit.ScenarioExtension;
import com.typesafe.config.Config;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a room promises about extensions, whatever they do. */
@ExtendWith(ScenarioExtension.class)
class ExtensionsInARoomTest {

  private record Bot(String name, Function<RoomHandle, Consumer<String>> hearing)
      implements MemberExtension {
    @Override
    public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
      Consumer<String> hears = hearing.apply(voice);
      return Behaviors.receive(RoomEvent.class)
          .onMessage(
              RoomEvent.Posted.class,
              posted -> {
                hears.accept(((Content.Text) posted.content()).text());
                return Behaviors.same();
              })
          .onAnyMessage(event -> Behaviors.same())
          .build();
    }
  }

  private record Filter(String name, Function<Gate.Question, Gate.Answer> answer)
      implements GateExtension {
    @Override
    public Behavior<Gate.Question> gate(Config settings) {
      return Behaviors.receiveMessage(
          question -> {
            Gate.Answer given = answer.apply(question);
            if (given != null) {
              question.replyTo().tell(given);
            }
            return Behaviors.same();
          });
    }
  }

  /** A gate that lets people in and answers about posts of text as {@code answer} says. */
  private static GateExtension answering(String name, Function<String, Gate.Answer> answer) {
    return new Filter(
        name,
        question ->
            question instanceof Gate.Consider consider
                ? answer.apply(((Content.Text) consider.content()).text())
                : new Gate.Pass());
  }

  @Test
  void tellsAMemberEventsOneAtATimeAndLetsItSpeak(Scenario scenario) {
    var parrot =
        new Bot(
            "parrot",
            voice ->
                text -> {
                  voice.say(text + "!\nReally.");
                  voice.tell("bob", "ahem\u001b");
                });
    var room = scenario.room("lobby").with(parrot);
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    alice.says("hello");
    assertThat(bob.hears(4))
        .containsExactly("[alice] hello", "[parrot] hello!", "[parrot] Really.", "* ahem");
    bob.hearsNothingElse();
  }

  @Test
  void neitherListsNorAnnouncesAnExtension(Scenario scenario) {
    var room = scenario.room("lobby").with(new Bot("ear", voice -> text -> {}));
    var alice = room.enters("alice");
    alice.isTold("you are in lobby with nobody else");
    alice.hearsNothingElse();
  }

  @Test
  void asksGatesInTheirOrderAboutWhatTheOneBeforeLetsPass(Scenario scenario) {
    var first =
        answering(
            "first",
            text ->
                text.equals("bad")
                    ? new Gate.Refuse("no")
                    : new Gate.Change(new Content.Text(text + "1\u001b")));
    var second =
        answering(
            "second",
            text ->
                text.startsWith("?")
                    ? new Gate.Reply("an answer")
                    : new Gate.Change(new Content.Text(text + "2")));
    var room = scenario.room("lobby").with(first).with(second);
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    alice.says("a", "bad", "?", "b");
    bob.hears("alice", "a12");
    bob.hears("alice", "b12");
    bob.hearsNothingElse();
    alice.isTold("not said: no");
    alice.isTold("an answer");
    alice.hearsNothingElse();
  }

  @Test
  void saysNothingOfWhatAGateLeavesNothingOf(Scenario scenario) {
    var eraser =
        answering(
            "eraser",
            text ->
                text.startsWith("!")
                    ? new Gate.Change(new Content.Text("\u202e" + text.substring(1)))
                    : new Gate.Pass());
    var after = answering("after", text -> new Gate.Change(new Content.Text("<" + text + ">")));
    var room = scenario.room("lobby").with(eraser).with(after);
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    alice.says("!", "a", "! \u200b", "!b", "!");
    bob.hears("alice", "<a>");
    bob.hears("alice", "<b>");
    bob.hearsNothingElse();
    alice.hearsNothingElse();
  }

  @Test
  void letsAnExtensionWriteNothingHarmfulAndNothingAtAll(Scenario scenario) {
    var bot =
        new Bot(
            "bot",
            voice ->
                text -> {
                  voice.say("\n\u200b\n\u202eone\n \n\u2067two\n");
                  voice.tell("bob", "a\u202eb");
                });
    var gate = answering("gate", text -> new Gate.Change(new Content.Text("<" + text + ">")));
    var room = scenario.room("lobby").with(bot).with(gate);
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    alice.says("go");
    assertThat(bob.hears(4))
        .containsExactlyInAnyOrder(
            "[alice] <go>", "[bot] <one>", "[bot] <\u2067two\u2069>", "* ab");
    bob.hearsNothingElse();
  }

  @Test
  void keepsAnAuthorsOrderWhenAGateDelays(Scenario scenario) {
    var slow =
        answering(
            "slow",
            text -> text.equals("late") ? new Gate.Delay(Duration.ofSeconds(5)) : new Gate.Pass());
    var room = scenario.room("lobby").with(slow);
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    alice.says("late", "soon");
    bob.says("meanwhile");
    alice.hears("bob", "meanwhile");
    bob.hearsNothingElse();
    scenario.passes(Duration.ofSeconds(5));
    bob.hears("alice", "late");
    bob.hears("alice", "soon");
  }

  @Test
  void letsAGateKeepSomebodyOut(Scenario scenario) {
    var bouncer =
        new Filter(
            "bouncer",
            question ->
                question instanceof Gate.Admit admit && admit.name().equals("eve")
                    ? new Gate.Refuse("not you")
                    : new Gate.Pass());
    var room = scenario.room("lobby").with(bouncer);
    var alice = room.joins("alice");
    room.keepsOut("eve", "not you");
    alice.hearsNothingElse();
    room.enters("bob").isTold("you are in lobby with alice");
  }

  @Test
  void passesByAGateThatDoesNotAnswer(Scenario scenario) {
    var room = scenario.room("lobby").with(answering("mute", text -> null));
    var alice = room.joins("alice");
    var bob = room.joins("bob");
    alice.says("hello?");
    bob.hearsNothingElse();
    scenario.passes(Duration.ofSeconds(1));
    bob.hears("alice", "hello?");
  }

  @Test
  void refusesWhatAGateDoesNotAnswerWhenItIsToldTo(Scenario scenario) {
    var room =
        scenario
            .room("lobby")
            .with(answering("mute", text -> null))
            .set("parley.extension.unanswered=refuse");
    var alice = room.joins("alice");
    alice.says("hello?");
    scenario.passes(Duration.ofSeconds(1));
    alice.isTold("not said: mute does not answer");
  }

  @Test
  void putsAnExtensionAsideThatFailsTooOftenAndGoesOn(Scenario scenario) {
    var clumsy =
        new Bot(
            "clumsy",
            voice ->
                text -> {
                  throw text.equals("deep") ? new StackOverflowError() : new LinkageError(text);
                });
    var room = scenario.room("lobby").with(clumsy).set("parley.extension.max-failures=3");
    var alice = room.joins("alice");
    for (String text : new String[] {"deep", "broken", "again"}) {
      alice.hearsNothingElse();
      alice.says(text);
      scenario.passes(Duration.ofSeconds(1));
    }
    alice.isTold("clumsy has failed too often and is put aside");
    var bob = room.joins("bob");
    alice.says("and on");
    bob.hears("alice", "and on");
    bob.hearsNothingElse();
  }
}
