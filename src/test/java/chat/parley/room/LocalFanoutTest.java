package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Batch;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.Test;

class LocalFanoutTest {
  private static final RoomEvent.Welcomed WELCOME =
      new RoomEvent.Welcomed(Events.ROOM, "", List.of(), 0, List.of());
  private static final RoomEvent ONE = Events.said(1, "one");
  private static final RoomEvent TWO = Events.said(2, "two");
  private static final RoomEvent HINT = new RoomEvent.PrivateNotice(Events.ROOM, "for you alone");

  private int flushesDue;
  private final LocalFanout fanout =
      new LocalFanout(Events.ROOM, settings(3), new PendingAnswers(), () -> flushesDue++);
  private final TestInbox<Batch> toAlice = joins("alice");
  private final TestInbox<Batch> toBob = joins("bob");

  private static RoomSettings settings(int batchPosts) {
    return new RoomSettings(10, 1000, 0, 5, batchPosts, 10_000);
  }

  private TestInbox<Batch> joins(String name) {
    return joins(name, Ignored.NOBODY);
  }

  private TestInbox<Batch> joins(String name, Ignored ignored) {
    TestInbox<Batch> outlet = TestInbox.create();
    fanout.add(Members.called(name, outlet.getRef(), ignored), WELCOME);
    assertThat(batch(outlet)).containsExactly(WELCOME);
    return outlet;
  }

  private void alicePosts(RoomEvent post) {
    fanout.gather(post, Events.id("alice"));
  }

  /** The only batch that has come since this was called last. */
  private static List<RoomEvent> batch(TestInbox<Batch> outlet) {
    Batch batch = outlet.receiveMessage();
    assertThat(outlet.hasMessages()).isFalse();
    return batch.events();
  }

  @Test
  void sendsNothingBeforeItIsTime() {
    alicePosts(ONE);
    alicePosts(TWO);
    assertThat(toBob.hasMessages()).isFalse();
    assertThat(flushesDue).isEqualTo(1);

    fanout.flushDue();
    assertThat(batch(toBob)).containsExactly(ONE, TWO);
    assertThat(toAlice.hasMessages()).isFalse();

    alicePosts(ONE);
    assertThat(flushesDue).as("of the next batch, too").isEqualTo(2);
  }

  @Test
  void sendsABatchThatIsFullAtOnce() {
    alicePosts(ONE);
    alicePosts(TWO);
    fanout.gather(Events.left("carol"), null);
    assertThat(batch(toBob)).containsExactly(ONE, TWO, Events.left("carol"));
    assertThat(batch(toAlice)).containsExactly(Events.left("carol"));
    assertThat(flushesDue).as("who posted is still to be answered").isEqualTo(1);

    fanout.flushDue();
    assertThat(toBob.hasMessages()).isFalse();
  }

  @Test
  void promisesAFlushAlsoWhenNothingWasGathered() {
    fanout.flushSoon();
    assertThat(flushesDue).isEqualTo(1);
    fanout.flushDue();
    assertThat(toBob.hasMessages()).isFalse();
  }

  @Test
  void sendsANewcomerNothingOfBeforeItCame() {
    alicePosts(ONE);
    TestInbox<Batch> toCarol = joins("carol");
    alicePosts(TWO);
    fanout.flushDue();
    assertThat(batch(toCarol)).containsExactly(TWO);
    assertThat(batch(toBob)).containsExactly(ONE, TWO);
  }

  @Test
  void sendsWhoeverGoesAllThatWasGatheredAndThenNothing() {
    alicePosts(ONE);
    fanout.sendAhead(Events.id("bob"));
    assertThat(batch(toBob)).containsExactly(ONE);

    fanout.remove(Events.id("bob"));
    alicePosts(TWO);
    fanout.flushDue();
    fanout.tell(Events.id("bob"), HINT);
    assertThat(toBob.hasMessages()).isFalse();
  }

  @Test
  void tellsOneAloneAfterAllThatWasGatheredAndNothingTwice() {
    alicePosts(ONE);
    fanout.tell(Events.id("bob"), HINT);
    assertThat(toBob.receiveMessage().events()).containsExactly(ONE);
    assertThat(batch(toBob)).containsExactly(HINT);

    alicePosts(TWO);
    fanout.flushDue();
    assertThat(batch(toBob)).containsExactly(TWO);
    assertThat(toAlice.hasMessages()).isFalse();
  }

  @Test
  void keepsFromAMemberWhatThoseSayWhomItIgnores() {
    TestInbox<Batch> toCarol = joins("carol", ignoring("alice"));
    alicePosts(ONE);
    fanout.gather(Events.renamed("alice", "alicia"), Events.id("alice"));
    fanout.flushDue();
    assertThat(batch(toCarol)).containsExactly(Events.renamed("alice", "alicia"));
  }

  private static Ignored ignoring(String name) {
    return new Ignored(Set.of(Events.id(name)), Set.of(name));
  }

  @Test
  void ignoresFromThenOnAndNotBefore() {
    alicePosts(ONE);
    fanout.ignore(Events.id("bob"), ignoring("alice"));
    alicePosts(TWO);
    fanout.flushDue();
    assertThat(batch(toBob)).containsExactly(ONE);

    alicePosts(ONE);
    fanout.ignore(Events.id("bob"), Ignored.NOBODY);
    alicePosts(TWO);
    fanout.flushDue();
    assertThat(batch(toBob)).containsExactly(TWO);
  }

  @Test
  void sendsWhatWasGatheredBeforeItGoesByOtherSettings() {
    alicePosts(ONE);
    fanout.configure(settings(1));
    assertThat(batch(toBob)).containsExactly(ONE);
    alicePosts(TWO);
    assertThat(batch(toBob)).as("of one, which is full").containsExactly(TWO);
  }

  @Test
  void takesNoNoticeOfStrangers() {
    fanout.gather(ONE, Events.id("stranger"));
    fanout.ignore(Events.id("stranger"), ignoring("alice"));
    fanout.sendAhead(Events.id("stranger"));
    fanout.tell(Events.id("stranger"), HINT);
    fanout.remove(Events.id("stranger"));
    fanout.flushDue();
    assertThat(batch(toAlice)).containsExactly(ONE);
    assertThat(batch(toBob)).containsExactly(ONE);
  }
}
