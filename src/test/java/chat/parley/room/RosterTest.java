package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.Test;

class RosterTest {
  private static final MemberId BOT = new MemberId(0, -1);

  /** Notes what is to be told, and who is not to hear it. */
  private final class Noting implements Fanout {
    @Override
    public void add(Member member, RoomEvent.Welcomed welcome) {
      happened.add(welcome);
    }

    @Override
    public void remove(MemberId member) {
      removed.add(member);
    }

    @Override
    public void gather(RoomEvent event, MemberId cause) {
      happened.add(event);
      causes.add(cause);
    }

    @Override
    public void sendAhead(MemberId member) {
      sentAhead.add(member);
    }

    @Override
    public void tell(MemberId member, RoomEvent event) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void ignore(MemberId member, Ignored ignored) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void then(Runnable action) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void whenSent(ActorRef<RoomReply> author) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isHolding() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void flushSoon() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void flushDue() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void configure(RoomSettings settings) {
      throw new UnsupportedOperationException();
    }
  }

  private final List<RoomEvent> happened = new ArrayList<>();
  private final List<MemberId> causes = new ArrayList<>();
  private final List<MemberId> removed = new ArrayList<>();
  private final List<MemberId> sentAhead = new ArrayList<>();
  private int summariesDue;
  private final RoomRecord record = RoomKeeping.nothing(Events.ROOM).record();
  private final Roster roster = new Roster(record, settings(2), new Noting(), () -> summariesDue++);

  private static RoomSettings settings(int presenceLimit) {
    return new RoomSettings(10, 1000, 0, presenceLimit, 100, 10_000);
  }

  private Membership joins(String... names) {
    for (String name : names) {
      roster.admit(member(name), new Replay(List.of(), false));
    }
    return roster.called(names[names.length - 1]);
  }

  private static Member member(String name) {
    return Members.called(name, TestInbox.<Batch>create().getRef());
  }

  private static Member bot() {
    ActorRef<Object> host = TestInbox.create().getRef();
    return Member.extension(BOT, "dice", host, TestInbox.<RoomReply>create().getRef());
  }

  private static RoomEvent.Welcomed welcome(List<String> others, int unlisted) {
    return new RoomEvent.Welcomed(Events.ROOM, "", others, unlisted, List.of());
  }

  private void happens(RoomEvent... events) {
    assertThat(happened).containsExactly(events);
    happened.clear();
  }

  @Test
  void welcomesANewcomerAndTellsTheOthers() {
    joins("alice", "bob");
    happens(
        welcome(List.of(), 0),
        Events.joined("alice"),
        welcome(List.of("alice"), 0),
        Events.joined("bob"));
    assertThat(causes)
        .as("who do not hear it")
        .containsExactly(Events.id("alice"), Events.id("bob"));
  }

  @Test
  void givesANewcomerTheTopicAndThePostsOfBefore() {
    record.setTopic("bees");
    roster.admit(member("alice"), new Replay(List.of(Events.said(1, "hi")), false));
    happens(
        new RoomEvent.Welcomed(Events.ROOM, "bees", List.of(), 0, List.of(Events.said(1, "hi"))),
        Events.joined("alice"));
  }

  @Test
  void letsSomebodyOutWhoHearsAllThatWasSaidUntilThen() {
    joins("alice", "bob");
    happened.clear();
    roster.dismiss(Events.id("bob"));
    assertThat(sentAhead).containsExactly(Events.id("bob"));
    assertThat(removed).containsExactly(Events.id("bob"));
    happens(Events.left("bob"));
    assertThat(roster.membership(Events.id("bob"))).isNull();
    assertThat(roster.people()).isEqualTo(1);
  }

  @Test
  void saysOnceThatSomebodyHasLeft() {
    joins("alice");
    happened.clear();
    roster.remove(Events.id("alice"));
    roster.remove(Events.id("alice"));
    roster.dismiss(Events.id("alice"));
    happens(Events.left("alice"));
    assertThat(roster.people()).isZero();
  }

  @Test
  void neitherAnnouncesNorListsNorCountsAnExtension() {
    roster.admit(bot(), new Replay(List.of(), false));
    joins("alice");
    happens(welcome(List.of(), 0), welcome(List.of(), 0), Events.joined("alice"));
    assertThat(roster.people()).isEqualTo(1);
    assertThat(roster.names()).containsExactly("alice");
    assertThat(roster.called("dice")).isNull();
    assertThat(roster.named("dice")).isNull();
    assertThat(roster.membership(BOT).name()).isEqualTo("dice");
    roster.dismiss(BOT);
    happens();
    assertThat(roster.people()).isEqualTo(1);
  }

  @Test
  void knowsMembersByTheirNames() {
    Membership alice = joins("Alice");
    joins("bob");
    assertThat(roster.called("Alice")).isSameAs(alice);
    assertThat(roster.called("alice")).isNull();
    assertThat(roster.named("ALICE")).isSameAs(alice);
    assertThat(roster.named("carol")).isNull();
    roster.markBehind(alice.id(), true);
    roster.markBehind(Events.id("carol"), true);
    assertThat(roster.names()).containsExactly("Alice", "bob");
    assertThat(roster.namesBehind()).containsExactly("Alice");
  }

  @Test
  void announcesAnotherNameAndNotOtherRights() {
    Membership alice = joins("alice");
    happened.clear();
    roster.update(alice.id(), new Profile("alice", true, true));
    happens();
    assertThat(alice.profile().operator()).isTrue();
    roster.update(alice.id(), Profile.of("alicia"));
    happens(Events.renamed("alice", "alicia"));
    assertThat(roster.called("alicia")).isSameAs(alice);
  }

  @Test
  void numbersPostsWithoutAGapAlsoWhenOneIsNotMade() {
    Membership alice = joins("alice");
    happened.clear();
    Content content = new Content.Text("hi");
    roster.next(alice, content, Instant.EPOCH); // and something fails
    RoomEvent.Posted first = roster.next(alice, content, Instant.EPOCH);
    roster.post(first);
    roster.post(roster.next(alice, content, Instant.EPOCH));
    happens(Events.said(1, "hi"), Events.said(2, "hi"));
  }

  @Test
  void sumsUpWhatHappensInACrowd() {
    joins("alice", "bob");
    happened.clear();
    Membership carol = joins("carol");
    joins("dave");
    happens(welcome(List.of("alice", "bob"), 0), welcome(List.of("alice", "bob"), 1));
    roster.update(carol.id(), Profile.of("caro"));
    roster.remove(Events.id("dave"));
    assertThat(summariesDue).isEqualTo(4);
    roster.sumUp();
    happens(new RoomEvent.CrowdChanged(Events.ROOM, 2, 1, 1, 3));
    roster.sumUp();
    happens();
  }

  @Test
  void sumsUpBeforeItGoesByOtherSettings() {
    joins("alice", "bob", "carol");
    happened.clear();
    roster.configure(settings(5));
    happens(new RoomEvent.CrowdChanged(Events.ROOM, 1, 0, 0, 3));
    joins("dave");
    happens(welcome(List.of("alice", "bob", "carol"), 0), Events.joined("dave"));
  }
}
