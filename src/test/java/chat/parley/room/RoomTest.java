package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final RoomSettings SETTINGS = new RoomSettings(10, 1000, 0, 5, 100, 10_000);

  private static final ActorTestKit kit = ActorTestKit.create(ManualTime.config());

  private final TestProbe<Room.Reply> replies = kit.createTestProbe(Room.Reply.class);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private static Guest join(String name, ActorRef<Room.Command> room) {
    return join(name, room, false);
  }

  private static Guest join(String name, ActorRef<Room.Command> room, boolean echo) {
    Guest guest = new Guest(kit, name, room, echo);
    guest.isAnswered();
    return guest;
  }

  private ActorRef<Room.Command> room(RoomSettings settings) {
    return kit.spawn(Room.create("lobby", settings, CLOCK));
  }

  private static RoomEvent.Welcomed welcome(String... others) {
    return new RoomEvent.Welcomed("lobby", "", List.of(others), 0, List.of());
  }

  private static RoomEvent.Posted posted(long number, String author, String text) {
    return new RoomEvent.Posted(number, NOW, author, new Content.Text(text));
  }

  @Test
  void welcomesANewcomerAndTellsTheOthers() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    alice.hearsOnly(welcome(), new RoomEvent.Joined("bob"));
    bob.hearsOnly(welcome("alice"));
  }

  @Test
  void forwardsPostsToTheOthersWithNumberAndTime() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    alice.hearsOnly(welcome(), new RoomEvent.Joined("bob"));
    bob.hearsOnly(welcome("alice"));
    alice.hasSaid("hi", "there");
    bob.hasSaid("hello");
    bob.hearsOnly(posted(1, "alice", "hi"), posted(2, "alice", "there"));
    alice.hearsOnly(posted(3, "bob", "hello"));
    bob.hearsNothing();
  }

  @Test
  void givesAMemberWithEchoItsOwnPosts() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room, true);
    alice.hasSaid("hi");
    alice.hearsOnly(welcome(), posted(1, "alice", "hi"));
  }

  @Test
  void takesNothingFromWhoIsNotAMember() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    TestProbe<Batch> stranger = kit.createTestProbe(Batch.class);
    room.tell(new Room.Post(stranger.ref(), List.of(new Content.Text("hi")), replies.ref()));
    replies.expectMessage(new Room.Accepted());
    Guest bob = join("bob", room);
    bob.hasSaid("hello");
    alice.hearsOnly(welcome(), new RoomEvent.Joined("bob"), posted(1, "bob", "hello"));
  }

  @Test
  void saysOnceThatAMemberHasLeftHoweverItWent() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    Guest carol = join("carol", room);
    room.tell(new Room.Leave(bob.outlet.ref(), replies.ref()));
    replies.expectMessage(new Room.Accepted());
    bob.outlet.stop();
    carol.outlet.stop();
    alice.hearsOnly(
        welcome(),
        new RoomEvent.Joined("bob"),
        new RoomEvent.Joined("carol"),
        new RoomEvent.Left("bob"),
        new RoomEvent.Left("carol"));
  }

  @Test
  void sendsNothingToAMemberThatHasLeft() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    alice.hasSaid("for both");
    room.tell(new Room.Leave(bob.outlet.ref(), replies.ref()));
    replies.expectMessage(new Room.Accepted());
    alice.hasSaid("to the wall");
    bob.hearsOnly(welcome("alice"), posted(1, "alice", "for both"));
    room.tell(new Room.AskPresent(replies.ref()));
    replies.expectMessage(new Room.Present(List.of("alice"), List.of()));
    bob.hearsNothing();
  }

  @Test
  void knowsWhoIsBehind() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    room.tell(new Room.MarkBehind(alice.outlet.ref(), true));
    room.tell(new Room.MarkBehind(bob.outlet.ref(), true));
    room.tell(new Room.MarkBehind(replies.ref(), true));
    room.tell(new Room.MarkBehind(alice.outlet.ref(), false));
    room.tell(new Room.Rename(bob.outlet.ref(), "rob", replies.ref()));
    replies.expectMessage(new Room.Accepted());
    room.tell(new Room.AskPresent(replies.ref()));
    replies.expectMessage(new Room.Present(List.of("alice", "rob"), List.of("rob")));
  }

  @Test
  void knowsAMemberByItsNewName() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    room.tell(new Room.Rename(bob.outlet.ref(), "rob", replies.ref()));
    replies.expectMessage(new Room.Accepted());
    bob.hasSaid("it is me");
    alice.hearsOnly(
        welcome(),
        new RoomEvent.Joined("bob"),
        new RoomEvent.Renamed("bob", "rob"),
        posted(1, "rob", "it is me"));
  }

  @Test
  void tellsAndKeepsTheTopic() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    room.tell(new Room.SetTopic(bob.outlet.ref(), "bees", replies.ref()));
    replies.expectMessage(new Room.Topic("bees"));
    alice.hearsOnly(welcome(), new RoomEvent.Joined("bob"), new RoomEvent.TopicSet("bob", "bees"));
    room.tell(new Room.AskTopic(replies.ref()));
    replies.expectMessage(new Room.Topic("bees"));
    Guest carol = join("carol", room);
    carol.hearsOnly(new RoomEvent.Welcomed("lobby", "bees", List.of("alice", "bob"), 0, List.of()));
  }

  @Test
  void keepsItsLastPostsAndReplaysThemToNewcomers() {
    var room = room(new RoomSettings(3, 1000, 2, 5, 100, 10_000));
    Guest alice = join("alice", room);
    alice.hasSaid("1", "2", "3", "4");
    room.tell(new Room.AskRecent(10, replies.ref()));
    replies.expectMessage(
        new Room.Recent(
            List.of(posted(2, "alice", "2"), posted(3, "alice", "3"), posted(4, "alice", "4"))));
    Guest bob = join("bob", room);
    bob.hearsOnly(
        new RoomEvent.Welcomed(
            "lobby",
            "",
            List.of("alice"),
            0,
            List.of(posted(3, "alice", "3"), posted(4, "alice", "4"))));
  }

  @Test
  void sumsUpPresenceInACrowdOnceASecond() {
    var room = room(new RoomSettings(10, 1000, 0, 2, 100, 10_000));
    ManualTime time = ManualTime.get(kit.system());
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    alice.hearsOnly(welcome(), new RoomEvent.Joined("bob"));
    Guest carol = join("carol", room);
    Guest dave = join("dave", room);
    dave.hearsOnly(new RoomEvent.Welcomed("lobby", "", List.of("alice", "bob"), 1, List.of()));
    room.tell(new Room.Leave(carol.outlet.ref(), replies.ref()));
    replies.expectMessage(new Room.Accepted());
    alice.hearsNothing();
    time.timePasses(Duration.ofSeconds(1));
    alice.hearsOnly(new RoomEvent.CrowdChanged(2, 1, 0, 3));
    time.timePasses(Duration.ofSeconds(5));
    room.tell(new Room.AskTopic(replies.ref()));
    replies.expectMessage(new Room.Topic(""));
    alice.hearsNothing();
    bob.outlet.stop();
  }

  @Test
  void stopsWhenItIsRetiredAndItsLastMemberIsGone() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    room.tell(new Room.Retire());
    alice.hasSaid("still here");
    alice.outlet.stop();
    replies.expectTerminated(room);
  }

  @Test
  void sendsEachMemberOneBatchForAllThatArrivesInOneTurn() {
    BehaviorTestKit<Room.Command> turn = turn(SETTINGS);
    TestInbox<Room.Reply> taken = TestInbox.create();
    List<TestInbox<Batch>> members = new ArrayList<>();
    for (String name : List.of("alice", "bob", "carol", "dave")) {
      TestInbox<Batch> inbox = TestInbox.create();
      members.add(inbox);
      turn.run(join(name, inbox, taken));
    }
    flush(turn);
    members.forEach(TestInbox::getAllReceived);

    for (int i = 0; i < 30; i++) {
      ActorRef<Batch> author = members.get(i % 3).getRef();
      turn.run(new Room.Post(author, List.of(new Content.Text("" + i)), taken.getRef()));
    }
    flush(turn);

    for (TestInbox<Batch> author : members.subList(0, 3)) {
      assertThat(author.getAllReceived()).extracting(Batch::posts).containsExactly(20);
    }
    Batch whole = members.get(3).receiveMessage();
    assertThat(whole.posts()).isEqualTo(30);
    assertThat(members.get(3).hasMessages()).isFalse();
    assertThat(whole.events())
        .extracting(event -> ((RoomEvent.Posted) event).number())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void sendsTheComingAndGoingOfOneTurnTogetherAndEachOnlyWhatHappenedWhileItWasHere() {
    BehaviorTestKit<Room.Command> turn = turn(SETTINGS);
    TestInbox<Room.Reply> taken = TestInbox.create();
    TestInbox<Batch> alice = TestInbox.create();
    TestInbox<Batch> bob = TestInbox.create();
    TestInbox<Batch> carol = TestInbox.create();
    turn.run(join("alice", alice, taken));
    flush(turn);
    alice.getAllReceived();

    turn.run(join("bob", bob, taken));
    turn.run(new Room.Post(alice.getRef(), List.of(new Content.Text("hi")), taken.getRef()));
    turn.run(join("carol", carol, taken));
    turn.run(new Room.Post(bob.getRef(), List.of(new Content.Text("bye")), taken.getRef()));
    turn.run(new Room.Leave(bob.getRef(), taken.getRef()));
    assertThat(events(bob))
        .containsExactly(welcome("alice"), posted(1, "alice", "hi"), new RoomEvent.Joined("carol"));
    assertThat(alice.hasMessages()).isFalse();
    flush(turn);

    assertThat(bob.hasMessages()).isFalse();
    RoomEvent bye = posted(2, "bob", "bye");
    assertThat(alice.receiveMessage().events())
        .containsExactly(
            new RoomEvent.Joined("bob"),
            new RoomEvent.Joined("carol"),
            bye,
            new RoomEvent.Left("bob"));
    assertThat(alice.hasMessages()).isFalse();
    assertThat(events(carol))
        .containsExactly(welcome("alice", "bob"), bye, new RoomEvent.Left("bob"));
  }

  /** A room that is told things one by one, until it is told to send what they have brought. */
  private static BehaviorTestKit<Room.Command> turn(RoomSettings settings) {
    return BehaviorTestKit.create(Room.create("lobby", settings, CLOCK, Runnable::run));
  }

  private static void flush(BehaviorTestKit<Room.Command> turn) {
    turn.selfInbox().getAllReceived().forEach(turn::run);
  }

  private static Room.Join join(
      String name, TestInbox<Batch> inbox, TestInbox<Room.Reply> replies) {
    return new Room.Join(new Member(name, inbox.getRef(), inbox.getRef(), false), replies.getRef());
  }

  private static List<RoomEvent> events(TestInbox<Batch> inbox) {
    return inbox.getAllReceived().stream().flatMap(batch -> batch.events().stream()).toList();
  }

  @Test
  void sharesOneBatchBetweenAllWhoMaySeeAllOfIt() {
    BehaviorTestKit<Room.Command> turn = turn(SETTINGS);
    TestInbox<Room.Reply> taken = TestInbox.create();
    TestInbox<Batch> alice = TestInbox.create();
    TestInbox<Batch> bob = TestInbox.create();
    TestInbox<Batch> carol = TestInbox.create();
    for (TestInbox<Batch> each : List.of(alice, bob, carol)) {
      turn.run(join("x", each, taken));
      flush(turn);
    }
    bob.getAllReceived();
    carol.getAllReceived();
    turn.run(new Room.Post(alice.getRef(), List.of(new Content.Text("hi")), taken.getRef()));
    flush(turn);
    assertThat(bob.receiveMessage()).isSameAs(carol.receiveMessage());
  }

  @Test
  void closesABatchThatIsFull() {
    BehaviorTestKit<Room.Command> turn = turn(new RoomSettings(10, 1000, 0, 5, 8, 10_000));
    TestInbox<Room.Reply> taken = TestInbox.create();
    TestInbox<Batch> alice = TestInbox.create();
    TestInbox<Batch> bob = TestInbox.create();
    for (TestInbox<Batch> each : List.of(alice, bob)) {
      turn.run(join("x", each, taken));
      flush(turn);
    }
    bob.getAllReceived();
    Content content = new Content.Text("hi");
    for (int i = 0; i < 20; i++) {
      turn.run(new Room.Post(alice.getRef(), List.of(content), taken.getRef()));
    }
    flush(turn);
    assertThat(bob.getAllReceived()).extracting(Batch::posts).containsExactly(8, 8, 4);
  }

  @Test
  void tellsOnePersonOneHarmlessLine() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    bob.hearsOnly(welcome("alice"));
    alice.hearsOnly(welcome(), new RoomEvent.Joined("bob"));
    room.tell(new Room.Tell("bob", "a\u202e\nb"));
    bob.hearsOnly(new RoomEvent.PrivateNotice("ab"));
    alice.hearsNothing();
  }

  @Test
  void answersAPostThatFillsABatchByItself() {
    var room = room(new RoomSettings(10, 1000, 0, 5, 1, 10_000));
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    bob.hearsOnly(welcome("alice"));
    alice.hasSaid("hi");
    bob.hearsOnly(posted(1, "alice", "hi"));
  }
}
