package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Batch;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import chat.parley.extension.MemberExtension;
import chat.parley.extension.RoomHandle;
import chat.parley.hosting.EnabledExtension;
import chat.parley.hosting.ExtensionSettings;
import chat.parley.patience.Wait;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What people and members see of a room that goes by other settings while they are in it. */
class RoomReloadTest {
  private static final Duration TIME = Duration.ofSeconds(1);
  private static final ActorTestKit kit =
      ActorTestKit.create(ManualTime.config().withFallback(ConfigFactory.load()));

  /** Answers posts with its word and how many it has heard; tells what else befalls it. */
  private record Counter(String name, TestProbe<String> fate, CountDownLatch until)
      implements MemberExtension {
    @Override
    public Behavior<RoomEvent> member(Config settings, RoomHandle voice) {
      return Behaviors.setup(
          context -> new Counting(context, settings.getString("word"), voice, this));
    }
  }

  private static final class Counting extends AbstractBehavior<RoomEvent> {
    private final String word;
    private final RoomHandle voice;
    private final Counter counter;
    private int heard;

    Counting(ActorContext<RoomEvent> context, String word, RoomHandle voice, Counter counter) {
      super(context);
      this.word = word;
      this.voice = voice;
      this.counter = counter;
    }

    @Override
    public Receive<RoomEvent> createReceive() {
      return newReceiveBuilder()
          .onMessage(
              RoomEvent.Welcomed.class,
              welcomed -> {
                counter.fate.ref().tell(word + " is welcomed to " + welcomed.others());
                return this;
              })
          .onMessage(
              RoomEvent.Posted.class,
              posted -> {
                counter.fate.ref().tell(word + " hears " + posted.content().text());
                Wait.forLatch("the end of the test", counter.until);
                if (posted.content().text().equals("fail")) {
                  throw new IllegalStateException("as told");
                }
                voice.say(word + " " + ++heard);
                return this;
              })
          .onAnyMessage(event -> this)
          .onSignal(
              PostStop.class,
              stop -> {
                counter.fate.ref().tell(word + " ends");
                return this;
              })
          .build();
    }
  }

  private final TestProbe<String> fate = kit.createTestProbe(String.class);
  private final Counter counter = new Counter("counter", fate, new CountDownLatch(0));

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private static EnabledExtension with(MemberExtension extension, String word) {
    return new EnabledExtension(
        extension,
        ConfigFactory.parseString("word = " + word),
        new ExtensionSettings(100, 1, TIME, TIME, TIME, TIME, false));
  }

  private static RoomSettings settings(EnabledExtension... extensions) {
    return new RoomSettings(10, 1000, 0, 5, 100, 10_000, List.of(extensions));
  }

  private static ActorRef<RoomCommand> room(RoomSettings settings) {
    return kit.spawn(Room.create("lobby", settings, Clock.systemUTC()));
  }

  private static Guest joins(String name, ActorRef<RoomCommand> room) {
    return new Guest(kit, name, room).joined();
  }

  @Test
  void letsAnExtensionGoOnThatIsAsBefore() {
    var room = room(settings(with(counter, "one")));
    Guest alice = joins("alice", room);
    alice.says("a");
    alice.hears("counter: one 1");
    room.tell(new RoomCommand.Configure(settings(with(counter, "\"one\""))));
    alice.says("b");
    alice.hears("counter: one 2");
    fate.expectMessage("one is welcomed to []");
    fate.expectMessage("one hears a");
    fate.expectMessage("one hears b");
  }

  @Test
  void startsAnExtensionAnewWhoseSettingsDiffer() {
    var room = room(settings(with(counter, "one")));
    Guest alice = joins("alice", room);
    alice.says("a");
    alice.hears("counter: one 1");
    fate.expectMessage("one is welcomed to []");
    fate.expectMessage("one hears a");
    room.tell(new RoomCommand.Configure(settings(with(counter, "two"))));
    assertThat(List.of(fate.receiveMessage(), fate.receiveMessage()))
        .containsExactlyInAnyOrder("one ends", "two is welcomed to [alice]");
    alice.says("b");
    alice.hears("counter: two 1");
    fate.expectMessage("two hears b");
  }

  @Test
  void startsWhatIsNewAndSilencesWhatIsGone() {
    var other = new Counter("other", kit.createTestProbe(String.class), new CountDownLatch(0));
    var room = room(settings(with(counter, "one")));
    Guest alice = joins("alice", room);
    fate.expectMessage("one is welcomed to []");
    room.tell(new RoomCommand.Configure(settings(with(other, "new"))));
    fate.expectMessage("one ends");
    alice.says("a");
    alice.hears("other: new 1");
    alice.isAnswered();
    room.tell(new RoomCommand.AskExtensions(alice.replies.ref()));
    alice.replies.expectMessage(
        new RoomReply.ExtensionStates(List.of(new RoomReply.ExtensionState("other", true))));
    other.fate.expectMessage("new is welcomed to [alice]");
    // Nobody else has answered: it would have heard that.
    alice.says("b");
    alice.hears("other: new 2");
    other.fate.expectMessage("new hears a");
    other.fate.expectMessage("new hears b");
  }

  @Test
  void hasEachPostHeardByTheOldOrTheNew() {
    var until = new CountDownLatch(1);
    var busy = new Counter("busy", fate, until);
    var room = room(settings(with(busy, "old")));
    Guest alice = joins("alice", room);
    Guest bob = joins("bob", room);
    bob.says("before", "and");
    bob.isAnswered();
    fate.expectMessage("old is welcomed to []");
    fate.expectMessage("old hears before");
    room.tell(new RoomCommand.Configure(settings(with(busy, "new"))));
    fate.expectMessage("new is welcomed to [alice, bob]");
    bob.says("after");
    bob.isAnswered();
    fate.expectMessage("new hears after");
    until.countDown();
    assertThat(
            List.of(
                fate.receiveMessage(), fate.receiveMessage(),
                fate.receiveMessage(), fate.receiveMessage()))
        .containsExactlyInAnyOrder(
            "old hears and", "new hears old 1", "new hears old 2", "old ends");
    assertThat(alice.next()).isEqualTo(Events.joined("bob"));
    alice.hears("bob: before", "bob: and", "bob: after");
  }

  @Test
  void givesAnExtensionThatWasPutAsideANewStartWhenItsSettingsChange() {
    var room = room(settings(with(counter, "one")));
    Guest alice = joins("alice", room);
    alice.says("fail");
    alice.hears(new RoomEvent.ExtensionDisabled(Events.ROOM, "counter"));
    alice.isAnswered();
    room.tell(new RoomCommand.Configure(settings(with(counter, "one"))));
    room.tell(new RoomCommand.AskExtensions(alice.replies.ref()));
    alice.replies.expectMessage(
        new RoomReply.ExtensionStates(List.of(new RoomReply.ExtensionState("counter", false))));
    room.tell(new RoomCommand.Configure(settings(with(counter, "two"))));
    room.tell(new RoomCommand.AskExtensions(alice.replies.ref()));
    alice.replies.expectMessage(
        new RoomReply.ExtensionStates(List.of(new RoomReply.ExtensionState("counter", true))));
    alice.says("b");
    alice.hears("counter: two 1");
  }

  @Test
  void doesNotHoldAgainstTheNewWhatBecomesOfTheOld() {
    var room = room(settings(with(counter, "one")));
    Guest alice = joins("alice", room);
    room.tell(new InternalCommand.Disabled("counter", fate.ref()));
    room.tell(new RoomCommand.AskExtensions(alice.replies.ref()));
    alice.replies.expectMessage(
        new RoomReply.ExtensionStates(List.of(new RoomReply.ExtensionState("counter", true))));
    alice.says("a");
    alice.hears("counter: one 1");
  }

  @Test
  void saysWhenTheNewOneCannotStart() {
    var room = room(settings(with(counter, "one")));
    Guest alice = joins("alice", room);
    room.tell(new RoomCommand.Configure(settings(with(counter, "[]"))));
    fate.awaitAssert(
        () -> {
          // It is tried once more, after a while.
          ManualTime.get(kit.system()).timePasses(Duration.ofSeconds(2));
          Batch batch = alice.outlet.expectMessageClass(Batch.class, Duration.ofMillis(50));
          assertThat(batch.events())
              .containsExactly(new RoomEvent.ExtensionDisabled(Events.ROOM, "counter"));
          return batch;
        });
    alice.says("a");
    alice.isAnswered();
  }

  @Test
  void keepsRepeatsAndListsAsManyAsTheNewSettingsSay() {
    var room = room(settings());
    Guest alice = joins("alice", room);
    alice.says("a", "b", "c", "d");
    alice.isAnswered();
    room.tell(new RoomCommand.Configure(new RoomSettings(3, 1000, 2, 0, 100, 10_000)));
    room.tell(RoomClient.asksForTheLast(10, alice.replies.ref()));
    assertThat(texts(alice.replies.expectMessageClass(RoomReply.History.class).page().posts()))
        .containsExactly("b", "c", "d");
    RoomEvent.Welcomed welcomed = new Guest(kit, "bob", room).isWelcomed();
    assertThat(texts(welcomed.replay())).containsExactly("c", "d");
    assertThat(welcomed.unlisted()).isEqualTo(1);
  }

  @Test
  void batchesAsTheNewSettingsSay() {
    var room = room(settings());
    Guest alice = joins("alice", room);
    Guest bob = joins("bob", room);
    alice.next();
    room.tell(new RoomCommand.Configure(new RoomSettings(10, 1000, 0, 5, 1, 10_000)));
    bob.says("a", "b");
    assertThat(alice.outlet.receiveMessage().posts()).isEqualTo(1);
    assertThat(alice.outlet.receiveMessage().posts()).isEqualTo(1);
  }

  private static List<String> texts(List<RoomEvent.Posted> posts) {
    return posts.stream().map(post -> post.content().text()).toList();
  }
}
