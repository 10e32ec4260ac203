package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final RoomSettings SETTINGS = new RoomSettings(10, 1000, 0, 5, 100, 10_000);

  private static final ActorTestKit kit = ActorTestKit.create(ManualTime.config());

  private final TestProbe<RoomReply> replies = kit.createTestProbe(RoomReply.class);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private static Guest join(String name, ActorRef<RoomCommand> room) {
    return join(name, room, false);
  }

  private static Guest join(String name, ActorRef<RoomCommand> room, boolean echo) {
    Guest guest = new Guest(kit, name, room, echo);
    guest.isAdmitted();
    return guest;
  }

  private ActorRef<RoomCommand> room(RoomSettings settings) {
    return kit.spawn(Room.create("lobby", settings, CLOCK));
  }

  private static RoomEvent.Welcomed welcome(String... others) {
    return new RoomEvent.Welcomed("lobby", "", List.of(others), 0, List.of());
  }

  private static RoomEvent.Posted posted(long number, String author, String text) {
    return Events.posted(number, NOW, author, new Content.Text(text));
  }

  @Test
  void welcomesANewcomerAndTellsTheOthers() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    alice.hearsOnly(welcome(), Events.joined("bob"));
    bob.hearsOnly(welcome("alice"));
  }

  @Test
  void forwardsPostsToTheOthersWithNumberAndTime() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    alice.hearsOnly(welcome(), Events.joined("bob"));
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
    room.tell(
        new RoomCommand.Post(
            Events.id("stranger"), List.of(new Content.Text("hi")), replies.ref()));
    replies.expectMessage(new RoomReply.Accepted());
    Guest bob = join("bob", room);
    bob.hasSaid("hello");
    alice.hearsOnly(welcome(), Events.joined("bob"), posted(1, "bob", "hello"));
  }

  @Test
  void saysOnceThatAMemberHasLeftHoweverItWent() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    Guest carol = join("carol", room);
    room.tell(new RoomCommand.Leave(bob.id, replies.ref()));
    replies.expectMessage(new RoomReply.Accepted());
    bob.outlet.stop();
    carol.outlet.stop();
    alice.hearsOnly(
        welcome(),
        Events.joined("bob"),
        Events.joined("carol"),
        Events.left("bob"),
        Events.left("carol"));
  }

  @Test
  void sendsNothingToAMemberThatHasLeft() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    alice.hasSaid("for both");
    room.tell(new RoomCommand.Leave(bob.id, replies.ref()));
    replies.expectMessage(new RoomReply.Accepted());
    alice.hasSaid("to the wall");
    bob.hearsOnly(welcome("alice"), posted(1, "alice", "for both"));
    room.tell(new RoomCommand.AskPresent(replies.ref()));
    replies.expectMessage(new RoomReply.Present(List.of("alice"), List.of()));
    bob.hearsNothing();
  }

  @Test
  void knowsWhoIsBehind() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    room.tell(new RoomCommand.MarkBehind(alice.id, true));
    room.tell(new RoomCommand.MarkBehind(bob.id, true));
    room.tell(new RoomCommand.MarkBehind(Events.id("nobody"), true));
    room.tell(new RoomCommand.MarkBehind(alice.id, false));
    room.tell(new RoomCommand.Update(bob.id, Profile.of("rob"), replies.ref()));
    replies.expectMessage(new RoomReply.Accepted());
    room.tell(new RoomCommand.AskPresent(replies.ref()));
    replies.expectMessage(new RoomReply.Present(List.of("alice", "rob"), List.of("rob")));
  }

  @Test
  void knowsAMemberByItsNewName() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    room.tell(new RoomCommand.Update(bob.id, Profile.of("rob"), replies.ref()));
    replies.expectMessage(new RoomReply.Accepted());
    bob.hasSaid("it is me");
    alice.hearsOnly(
        welcome(),
        Events.joined("bob"),
        Events.renamed("bob", "rob"),
        new RoomEvent.Posted("lobby", 1, NOW, bob.id, "rob", new Content.Text("it is me")));
  }

  @Test
  void tellsAndKeepsTheTopic() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    room.tell(new RoomCommand.SetTopic(bob.id, "bees", replies.ref()));
    replies.expectMessage(new RoomReply.Ruled(new RoomReply.TopicSet("lobby", "bees"), false));
    alice.hearsOnly(welcome(), Events.joined("bob"), Events.topicSet("bob", "bees"));
    room.tell(new RoomCommand.AskTopic(replies.ref()));
    replies.expectMessage(new RoomReply.Topic("bees"));
    Guest carol = join("carol", room);
    carol.hearsOnly(new RoomEvent.Welcomed("lobby", "bees", List.of("alice", "bob"), 0, List.of()));
  }

  @Test
  void keepsItsLastPostsAndReplaysThemToNewcomers() {
    var room = room(new RoomSettings(3, 1000, 2, 5, 100, 10_000));
    Guest alice = join("alice", room);
    alice.hasSaid("1", "2", "3", "4");
    room.tell(RoomClient.asksForTheLast(10, replies.ref()));
    replies.expectMessage(
        RoomClient.last(posted(2, "alice", "2"), posted(3, "alice", "3"), posted(4, "alice", "4")));
    Guest bob = join("bob", room);
    bob.hearsOnly(
        new RoomEvent.Welcomed(
            "lobby",
            "",
            List.of("alice"),
            0,
            List.of(posted(3, "alice", "3"), posted(4, "alice", "4")),
            Events.unkept(4)));
  }

  @Test
  void sumsUpPresenceInACrowdOnceASecond() {
    var room = room(new RoomSettings(10, 1000, 0, 2, 100, 10_000));
    ManualTime time = ManualTime.get(kit.system());
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    alice.hearsOnly(welcome(), Events.joined("bob"));
    Guest carol = join("carol", room);
    Guest dave = join("dave", room);
    dave.hearsOnly(new RoomEvent.Welcomed("lobby", "", List.of("alice", "bob"), 1, List.of()));
    room.tell(new RoomCommand.Leave(carol.id, replies.ref()));
    replies.expectMessage(new RoomReply.Accepted());
    alice.hearsNothing();
    time.timePasses(Duration.ofSeconds(1));
    alice.hearsOnly(new RoomEvent.CrowdChanged(Events.ROOM, 2, 1, 0, 3));
    time.timePasses(Duration.ofSeconds(5));
    room.tell(new RoomCommand.AskTopic(replies.ref()));
    replies.expectMessage(new RoomReply.Topic(""));
    alice.hearsNothing();
    bob.outlet.stop();
  }

  @Test
  void tellsOnePersonOneHarmlessLine() {
    var room = room(SETTINGS);
    Guest alice = join("alice", room);
    Guest bob = join("bob", room);
    bob.hearsOnly(welcome("alice"));
    alice.hearsOnly(welcome(), Events.joined("bob"));
    room.tell(new RoomCommand.Tell("bob", "a\u202e\nb"));
    bob.hearsOnly(new RoomEvent.PrivateNotice(Events.ROOM, "ab"));
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
