package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.event.Batch;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import chat.parley.store.HistorySettings.Durability;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.Test;

class JournaledFanoutTest {
  private static final RoomEvent.Welcomed WELCOME =
      new RoomEvent.Welcomed(Events.ROOM, "", List.of(), 0, List.of());
  private static final RoomEvent.Posted ONE = Events.said(1, "one");
  private static final RoomEvent.Posted TWO = Events.said(2, "two");
  private static final RoomEvent.Posted THREE = Events.said(3, "three");

  /** Notes what is handed over, as the numbers of posts. */
  private final class Noting implements Journal {
    private int added;

    @Override
    public void configure(RoomHistorySettings settings) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void add(RoomEvent.Posted posted, boolean registered) {
      added++;
    }

    @Override
    public boolean handOver() {
      if (added == 0) {
        return false;
      }
      handedOver.add(added);
      added = 0;
      return true;
    }

    @Override
    public void discard() {
      added = 0;
    }
  }

  private final List<Integer> handedOver = new ArrayList<>();
  private final Noting journal = new Noting();
  private final TestInbox<RoomReply> author = TestInbox.create();
  private final PendingAnswers answers = new PendingAnswers();
  private String epoch = "-";
  private int flushesDue;
  private final JournaledFanout fanout = fanout(Durability.FULL);
  private final TestInbox<Batch> toBob = joins("bob");

  private JournaledFanout fanout(Durability durability) {
    return new JournaledFanout(
        journal,
        durability,
        () -> epoch,
        () -> flushesDue++,
        flushLater ->
            new LocalFanout(
                Events.ROOM, new RoomSettings(10, 1000, 0, 5, 100, 10_000), answers, flushLater));
  }

  private TestInbox<Batch> joins(String name) {
    TestInbox<Batch> outlet = TestInbox.create();
    fanout.add(Members.called(name, outlet.getRef(), Ignored.NOBODY), WELCOME);
    return outlet;
  }

  private void says(RoomEvent.Posted post) {
    journal.add(post, false);
    fanout.gather(post, Events.id("alice"));
  }

  private static List<RoomEvent> heard(TestInbox<Batch> outlet) {
    return outlet.getAllReceived().stream().flatMap(batch -> batch.events().stream()).toList();
  }

  @Test
  void showsNobodyAPostThatIsNotKept() {
    says(ONE);
    fanout.whenSent(author.getRef());
    fanout.flushDue();
    assertThat(handedOver).containsExactly(1);
    assertThat(heard(toBob)).containsExactly(WELCOME);
    assertThat(author.hasMessages()).isFalse();

    fanout.kept(null);
    assertThat(heard(toBob)).containsExactly(ONE);
    author.expectMessage(new RoomReply.Accepted());
    assertThat(fanout.isHolding()).isFalse();
  }

  @Test
  void hasThePostsKeptTogetherThatComeMeanwhile() {
    says(ONE);
    fanout.flushDue();
    says(TWO);
    fanout.whenSent(author.getRef());
    says(THREE);
    fanout.flushDue();
    assertThat(handedOver).as("while the first is on its way").containsExactly(1);

    fanout.kept(null);
    assertThat(heard(toBob)).containsExactly(WELCOME, ONE);
    assertThat(author.hasMessages()).isFalse();
    fanout.flushDue();
    assertThat(handedOver).containsExactly(1, 2);
    fanout.kept(null);
    assertThat(heard(toBob)).containsExactly(TWO, THREE);
    author.expectMessage(new RoomReply.Accepted());
  }

  @Test
  void keepsTheOrderOfAllThatHappensBehindAPost() {
    says(ONE);
    fanout.flushDue();
    fanout.gather(Events.joined("carol"), null);
    TestInbox<Batch> toCarol = joins("carol");
    fanout.tell(Events.id("bob"), new RoomEvent.PrivateNotice(Events.ROOM, "hint"));
    fanout.sendAhead(Events.id("bob"));
    fanout.remove(Events.id("bob"));
    List<String> then = new ArrayList<>();
    fanout.then(() -> then.add("bob has gone"));
    says(TWO);
    assertThat(heard(toCarol)).as("until all of before is kept").isEmpty();

    fanout.kept(null);
    fanout.flushDue();
    fanout.kept(null);
    assertThat(heard(toBob))
        .containsExactly(
            WELCOME, ONE, Events.joined("carol"), new RoomEvent.PrivateNotice(Events.ROOM, "hint"));
    assertThat(heard(toCarol)).containsExactly(WELCOME, TWO);
    assertThat(then).containsExactly("bob has gone");
  }

  @Test
  void doesEverythingAtOnceWhileThereIsNothingToBeKept() {
    fanout.gather(Events.left("carol"), null);
    fanout.flushDue();
    assertThat(heard(toBob)).containsExactly(WELCOME, Events.left("carol"));
    List<String> then = new ArrayList<>();
    fanout.then(() -> then.add("at once"));
    assertThat(then).containsExactly("at once");
    assertThat(handedOver).isEmpty();
  }

  @Test
  void tellsOfALossBeforeThePostsThatMayBeLost() {
    says(ONE);
    fanout.flushDue();
    var changed = new RoomEvent.EpochChanged(Events.ROOM, "other", 0);
    assertThat(fanout.lastSeen(1)).isZero();
    fanout.kept(changed);
    assertThat(heard(toBob)).containsExactly(WELCOME, changed, ONE);
    assertThat(fanout.lastSeen(1)).isEqualTo(1);
  }

  @Test
  void givesBackPostsThatAreNotToBeSaidAndDoesAllElse() {
    says(ONE);
    fanout.whenSent(author.getRef());
    fanout.flushDue();
    fanout.gather(Events.joined("carol"), null);
    says(TWO);
    assertThat(fanout.refused()).containsExactly(ONE, TWO);
    assertThat(heard(toBob)).containsExactly(WELCOME, Events.joined("carol"));
    author.expectMessage(new RoomReply.Accepted());
    assertThat(fanout.isHolding()).isFalse();
  }

  @Test
  void welcomesNobodyWithPostsThatAreNotToBeSaid() {
    says(ONE);
    fanout.flushDue();
    says(TWO);
    TestInbox<Batch> toCarol = TestInbox.create();
    fanout.add(
        Members.called("carol", toCarol.getRef(), Ignored.NOBODY),
        new RoomEvent.Welcomed(Events.ROOM, "", List.of(), 0, List.of(ONE, TWO), Events.unkept(2)));
    fanout.refused();
    assertThat(heard(toCarol)).containsExactly(WELCOME);
  }

  @Test
  void welcomesEverybodyUnderTheEpochOfThatMoment() {
    says(ONE);
    fanout.flushDue();
    TestInbox<Batch> toCarol = joins("carol");
    epoch = "other";
    fanout.kept(new RoomEvent.EpochChanged(Events.ROOM, "other", 0));
    fanout.flushDue();
    assertThat(heard(toCarol))
        .containsExactly(
            new RoomEvent.Welcomed(
                Events.ROOM,
                "",
                List.of(),
                0,
                List.of(),
                new RoomEvent.Continuity("other", 0, false)));
  }

  @Test
  void doesTheRestThoughSomethingFails() {
    says(ONE);
    fanout.flushDue();
    fanout.then(
        () -> {
          throw new IllegalStateException("for the test");
        });
    fanout.gather(Events.joined("carol"), null);
    fanout.kept(null);
    assertThatThrownBy(fanout::flushDue).hasMessage("for the test");
    assertThat(heard(toBob)).containsExactly(WELCOME, ONE, Events.joined("carol"));
    assertThat(fanout.isHolding()).isFalse();
  }

  @Test
  void doesNotWaitInRelaxedDurability() {
    JournaledFanout relaxed = fanout(Durability.RELAXED);
    TestInbox<Batch> outlet = TestInbox.create();
    relaxed.add(Members.called("dora", outlet.getRef(), Ignored.NOBODY), WELCOME);
    journal.add(ONE, false);
    relaxed.gather(ONE, Events.id("alice"));
    relaxed.flushDue();
    assertThat(heard(outlet)).containsExactly(WELCOME, ONE);
    assertThat(handedOver).containsExactly(1);
  }
}
