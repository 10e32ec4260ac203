package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.Test;

/** What a room sends together: it is told things one by one, until it is told to send them. */
class RoomBatchesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final TestInbox<RoomReply> taken = TestInbox.create();
  private BehaviorTestKit<RoomCommand> room = room(100);

  private static BehaviorTestKit<RoomCommand> room(int batchPosts) {
    return BehaviorTestKit.create(
        Room.create(
            RoomKeeping.nothing("lobby"),
            new RoomSettings(10, 1000, 0, 5, batchPosts, 10_000),
            RoomAccess.of(Optional.empty()),
            TestInbox.<RoomReport>create().getRef(),
            CLOCK,
            Runnable::run));
  }

  private void flush() {
    room.selfInbox().getAllReceived().forEach(room::run);
  }

  /** Where what is for a newcomer goes. */
  private TestInbox<Batch> joins(String name) {
    TestInbox<Batch> outlet = TestInbox.create();
    Member member = Members.called(name, outlet.getRef());
    room.run(new RoomCommand.Join(member, false, taken.getRef()));
    return outlet;
  }

  private void says(String name, String text) {
    room.run(
        new RoomCommand.Post(Events.id(name), List.of(new Content.Text(text)), taken.getRef()));
  }

  private static List<RoomEvent> events(TestInbox<Batch> inbox) {
    return inbox.getAllReceived().stream().flatMap(batch -> batch.events().stream()).toList();
  }

  private static RoomEvent.Welcomed welcome(long lastNumber, String... others) {
    return new RoomEvent.Welcomed(
        "lobby", "", List.of(others), 0, List.of(), Events.unkept(lastNumber));
  }

  private static RoomEvent.Posted posted(long number, String author, String text) {
    return Events.posted(number, NOW, author, new Content.Text(text));
  }

  @Test
  void sendsEachMemberOneBatchForAllThatArrivesInOneTurn() {
    List<String> names = List.of("alice", "bob", "carol", "dave");
    List<TestInbox<Batch>> members = names.stream().map(this::joins).toList();
    flush();
    members.forEach(TestInbox::getAllReceived);

    for (int i = 0; i < 30; i++) {
      says(names.get(i % 3), "" + i);
    }
    flush();

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
    TestInbox<Batch> alice = joins("alice");
    flush();
    alice.getAllReceived();

    TestInbox<Batch> bob = joins("bob");
    says("alice", "hi");
    TestInbox<Batch> carol = joins("carol");
    says("bob", "bye");
    room.run(new RoomCommand.Leave(Events.id("bob"), taken.getRef()));
    assertThat(events(bob))
        .containsExactly(welcome(0, "alice"), posted(1, "alice", "hi"), Events.joined("carol"));
    assertThat(alice.hasMessages()).isFalse();
    flush();

    assertThat(bob.hasMessages()).isFalse();
    RoomEvent bye = posted(2, "bob", "bye");
    assertThat(alice.receiveMessage().events())
        .containsExactly(Events.joined("bob"), Events.joined("carol"), bye, Events.left("bob"));
    assertThat(alice.hasMessages()).isFalse();
    assertThat(events(carol)).containsExactly(welcome(1, "alice", "bob"), bye, Events.left("bob"));
  }

  @Test
  void sharesOneBatchBetweenAllWhoMaySeeAllOfIt() {
    List<TestInbox<Batch>> members = Stream.of("alice", "bob", "carol").map(this::comes).toList();
    TestInbox<Batch> bob = members.get(1);
    TestInbox<Batch> carol = members.get(2);
    bob.getAllReceived();
    carol.getAllReceived();
    says("alice", "hi");
    flush();
    assertThat(bob.receiveMessage()).isSameAs(carol.receiveMessage());
  }

  private TestInbox<Batch> comes(String name) {
    TestInbox<Batch> outlet = joins(name);
    flush();
    return outlet;
  }

  @Test
  void closesABatchThatIsFull() {
    room = room(8);
    comes("alice");
    TestInbox<Batch> bob = comes("bob");
    bob.getAllReceived();
    for (int i = 0; i < 20; i++) {
      says("alice", "hi");
    }
    flush();
    assertThat(bob.getAllReceived()).extracting(Batch::posts).containsExactly(8, 8, 4);
  }
}
