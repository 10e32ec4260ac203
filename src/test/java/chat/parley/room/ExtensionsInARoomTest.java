package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a room promises about extensions, whatever they do. */
class ExtensionsInARoomTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());

  private static final ExtensionSettings ALLOWED = allowed(Duration.ofMinutes(1), false);
  private static final ExtensionSettings HASTY = allowed(Duration.ofMillis(100), false);
  private static final ExtensionSettings REFUSING = allowed(Duration.ofMillis(100), true);

  private static ExtensionSettings allowed(Duration answerWithin, boolean refuseUnanswered) {
    return new ExtensionSettings(
        10,
        3,
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMinutes(1),
        answerWithin,
        refuseUnanswered);
  }

  private final TestProbe<Room.Reply> replies = kit.createTestProbe(Room.Reply.class);
  private final TestProbe<Batch> alice = kit.createTestProbe(Batch.class);
  private final TestProbe<Batch> bob = kit.createTestProbe(Batch.class);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private record Bot(String name, Function<Voice, Behavior<Room.Event>> behavior)
      implements MemberExtension {
    @Override
    public Behavior<Room.Event> member(Config settings, Voice voice) {
      return behavior.apply(voice);
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

  private static MemberExtension hearing(String name, java.util.function.Consumer<String> heard) {
    return new Bot(
        name,
        voice ->
            Behaviors.receive(Room.Event.class)
                .onMessage(
                    Room.Posted.class,
                    posted -> {
                      heard.accept(((Content.Text) posted.content()).text());
                      return Behaviors.same();
                    })
                .onAnyMessage(event -> Behaviors.same())
                .build());
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

  private ActorRef<Room.Command> room(ExtensionSettings allowed, Extension... extensions) {
    List<EnabledExtension> enabled =
        Arrays.stream(extensions)
            .map(each -> new EnabledExtension(each, ConfigFactory.empty(), allowed))
            .toList();
    ActorRef<Room.Command> room =
        kit.spawn(
            Room.create(
                "lobby",
                new RoomSettings(10, 1000, 0, 5, 100, 10_000, enabled),
                Clock.systemUTC()));
    for (TestProbe<Batch> each : List.of(alice, bob)) {
      String name = each == alice ? "alice" : "bob";
      room.tell(new Room.Join(new Member(name, each.ref(), each.ref(), false), replies.ref()));
      replies.expectMessage(new Room.Taken());
      each.receiveMessage();
    }
    alice.receiveMessage();
    return room;
  }

  private void says(ActorRef<Room.Command> room, String... texts) {
    List<Content> contents = new ArrayList<>();
    for (String text : texts) {
      contents.add(new Content.Text(text));
    }
    room.tell(new Room.Post(alice.ref(), contents, replies.ref()));
  }

  /** The next events that {@code who} hears, posts as {@code author: text}. */
  private static List<String> heard(TestProbe<Batch> who, int count) {
    List<String> heard = new ArrayList<>();
    while (heard.size() < count) {
      who.receiveMessage().events().forEach(event -> heard.add(text(event)));
    }
    return heard;
  }

  private static String text(Room.Event event) {
    if (event instanceof Room.Posted posted) {
      return posted.author() + ": " + ((Content.Text) posted.content()).text();
    }
    if (event instanceof Room.Told told) {
      return "* " + told.text();
    }
    return event instanceof Room.Announced announced ? "* " + announced.text() : event.toString();
  }

  @Test
  void tellsAMemberEventsOneAtATimeAndLetsItSpeak() {
    var room =
        room(
            ALLOWED,
            new Bot(
                "parrot",
                voice ->
                    Behaviors.receive(Room.Event.class)
                        .onMessage(
                            Room.Posted.class,
                            posted -> {
                              voice.say(((Content.Text) posted.content()).text() + "!\nReally.");
                              voice.tell("bob", "ahem\u001b");
                              return Behaviors.same();
                            })
                        .onAnyMessage(event -> Behaviors.same())
                        .build()));
    says(room, "hello");
    assertThat(heard(bob, 4))
        .containsExactly("alice: hello", "parrot: hello!", "parrot: Really.", "* ahem");
  }

  @Test
  void seatsAMemberBeforeAnybodyComes() {
    TestProbe<Room.Event> heard = kit.createTestProbe(Room.Event.class);
    room(
        ALLOWED,
        new Bot(
            "ear",
            voice ->
                Behaviors.receiveMessage(
                    event -> {
                      heard.ref().tell(event);
                      return Behaviors.same();
                    })));
    heard.expectMessage(new Room.Welcomed("lobby", "", List.of(), 0, List.of()));
    heard.expectMessage(new Room.Joined("alice"));
    heard.expectMessage(new Room.Joined("bob"));
  }

  @Test
  void neitherListsNorAnnouncesAnExtension() {
    var room = room(ALLOWED, hearing("ear", text -> {}));
    replies.expectNoMessage(Duration.ZERO);
    room.tell(new Room.AskPresent(replies.ref()));
    replies.expectMessage(new Room.Present(List.of("alice", "bob")));
    room.tell(new Room.AskExtensions(replies.ref()));
    replies.expectMessage(new Room.ExtensionStates(List.of(new Room.ExtensionState("ear", true))));
  }

  @Test
  void asksGatesInTheirOrderAboutWhatTheOneBeforeLetsPass() {
    var room =
        room(
            ALLOWED,
            answering(
                "first",
                text ->
                    text.equals("bad")
                        ? new Gate.Refuse("no")
                        : new Gate.Change(new Content.Text(text + "1\u001b"))),
            answering(
                "second",
                text ->
                    text.startsWith("?")
                        ? new Gate.Reply("an answer")
                        : new Gate.Change(new Content.Text(text + "2"))));
    says(room, "a", "bad", "?", "b");
    assertThat(heard(alice, 2)).containsExactly("* not said: no", "* an answer");
    assertThat(heard(bob, 2)).containsExactly("alice: a12", "alice: b12");
    replies.expectMessage(new Room.Taken());
  }

  @Test
  void keepsAnAuthorsOrderWhenAGateDelays() {
    var room =
        room(
            ALLOWED,
            answering(
                "slow",
                text ->
                    text.equals("late") ? new Gate.Delay(Duration.ofMillis(50)) : new Gate.Pass()));
    says(room, "late", "soon");
    says(room, "last");
    assertThat(heard(bob, 3)).containsExactly("alice: late", "alice: soon", "alice: last");
  }

  @Test
  void letsAGateKeepSomebodyOut() {
    var room =
        room(
            ALLOWED,
            new Filter(
                "bouncer",
                question ->
                    question instanceof Gate.Admit admit && admit.name().equals("eve")
                        ? new Gate.Refuse("not you")
                        : new Gate.Pass()));
    TestProbe<Batch> eve = kit.createTestProbe(Batch.class);
    room.tell(new Room.Join(new Member("eve", eve.ref(), eve.ref(), false), replies.ref()));
    replies.expectMessage(new Room.Refused("not you"));
    room.tell(new Room.AskPresent(replies.ref()));
    replies.expectMessage(new Room.Present(List.of("alice", "bob")));
  }

  @Test
  void passesByAGateThatDoesNotAnswer() {
    var room = room(HASTY, answering("mute", text -> null));
    says(room, "hello?");
    assertThat(heard(bob, 1)).containsExactly("alice: hello?");
  }

  @Test
  void refusesWhatAGateDoesNotAnswerWhenItIsToldTo() {
    var room = room(REFUSING, answering("mute", text -> null));
    says(room, "hello?");
    assertThat(heard(alice, 1)).containsExactly("* not said: mute does not answer");
  }

  @Test
  void putsAnExtensionAsideThatFailsTooOftenAndGoesOn() {
    var room =
        room(
            ALLOWED,
            hearing(
                "clumsy",
                text -> {
                  throw text.equals("deep") ? new StackOverflowError() : new LinkageError(text);
                }));
    says(room, "deep", "broken", "broken", "and on");
    assertThat(heard(bob, 5))
        .startsWith("alice: deep", "alice: broken", "alice: broken", "alice: and on")
        .last()
        .isEqualTo("* clumsy has failed too often and is put aside");
    replies.expectMessage(new Room.Taken());
    room.tell(new Room.AskExtensions(replies.ref()));
    replies.expectMessage(
        new Room.ExtensionStates(List.of(new Room.ExtensionState("clumsy", false))));
  }

  @Test
  void losesAndReordersNothingInAFloodWhileExtensionsFailAndBlock() {
    int posts = 2_000;
    CountDownLatch forever = new CountDownLatch(1);
    var room =
        room(
            ALLOWED,
            hearing(
                "stuck",
                text -> {
                  try {
                    forever.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }),
            hearing(
                "clumsy",
                text -> {
                  throw new IllegalStateException(text);
                }));
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < posts; i++) {
      says(room, "" + i);
      expected.add("alice: " + i);
    }
    List<String> heard = heard(bob, posts + 1);
    assertThat(heard).contains("* clumsy has failed too often and is put aside");
    assertThat(heard).filteredOn(text -> text.startsWith("alice")).isEqualTo(expected);
    forever.countDown();
  }
}
