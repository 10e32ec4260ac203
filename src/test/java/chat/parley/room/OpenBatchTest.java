package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.event.Batch;
import chat.parley.event.Events;
import chat.parley.event.RoomEvent;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.Test;

class OpenBatchTest {
  private static final RoomEvent DELETED =
      new RoomEvent.PostDeleted(Events.ROOM, 1, Events.id("guest1"), "guest1");

  private static final RoomEvent.Posted A1 = Events.said(1, "one");
  private static final RoomEvent.Posted B2 = Events.said(2, "two");
  private static final RoomEvent.Posted A3 = Events.said(3, "three");

  private final TestInbox<Batch> toAlice = TestInbox.create();
  private final TestInbox<Batch> toBob = TestInbox.create();
  private final TestInbox<Batch> toCarol = TestInbox.create();
  private final TestInbox<Batch> toDave = TestInbox.create();
  private final Subscription alice = subscription("alice", toAlice, false);
  private final Subscription bob = subscription("bob", toBob, false);
  private final Subscription carol = subscription("carol", toCarol, false);
  private final Subscription dave = subscription("dave", toDave, false);
  private final List<Subscription> all = List.of(alice, bob, carol, dave);
  private final OpenBatch open = new OpenBatch(Events.ROOM, 4, 100);

  @Test
  void leavesAnAuthorsOwnPostsOutForTheAuthorOnly() {
    open.add(A1, alice);
    open.add(B2, bob);
    open.add(A3, alice);
    open.sendTo(all);

    assertThat(events(toAlice)).containsExactly(B2);
    assertThat(events(toBob)).containsExactly(A1, A3);
    assertThat(events(toCarol)).containsExactly(A1, B2, A3);
  }

  @Test
  void sendsTheSameObjectToAllWhoHearTheWhole() {
    open.add(A1, alice);
    open.sendTo(all);

    assertThat(toBob.receiveMessage()).isSameAs(toCarol.receiveMessage());
  }

  @Test
  void sendsNothingToOneWhoCausedAllOfIt() {
    open.add(A1, alice);
    open.add(A3, alice);
    open.sendTo(all);

    assertThat(toAlice.hasMessages()).isFalse();
  }

  @Test
  void sendsItsOwnPostsToWhoeverAskedForItsEcho() {
    TestInbox<Batch> toEcho = TestInbox.create();
    Subscription echo = subscription("guest1", toEcho, true);
    open.add(A1, echo);
    open.add(Events.joined("guest1"), echo);
    open.add(DELETED, echo);
    open.sendTo(List.of(echo, bob));

    assertThat(events(toEcho)).as("its posts, not its coming").containsExactly(A1, DELETED);
    assertThat(events(toBob)).containsExactly(A1, Events.joined("guest1"), DELETED);
  }

  @Test
  void sendsEveryoneWhatNobodyCaused() {
    open.add(Events.left("rob"), null);
    open.sendTo(all);

    assertThat(events(toAlice)).containsExactly(Events.left("rob"));
    assertThat(events(toDave)).containsExactly(Events.left("rob"));
  }

  @Test
  void beginsAnewWhenItHasBeenSent() {
    open.add(A1, alice);
    open.sendTo(all);
    toAlice.getAllReceived();
    assertThat(open.isEmpty()).isTrue();

    open.add(B2, bob);
    open.sendTo(all);
    assertThat(toAlice.receiveMessage()).as("whole again for alice").satisfies(this::isCarolsLast);
  }

  private void isCarolsLast(Batch batch) {
    List<Batch> carols = toCarol.getAllReceived();
    assertThat(batch).isSameAs(carols.get(carols.size() - 1));
  }

  @Test
  void sendsWhoeverComesLaterOnlyTheRestAndAllOfThemTheSameObject() {
    open.add(A1, alice);
    TestInbox<Batch> toEve = TestInbox.create();
    TestInbox<Batch> toFred = TestInbox.create();
    Subscription eve = new Subscription(Members.called("eve", toEve.getRef()), open.size());
    Subscription fred = new Subscription(Members.called("fred", toFred.getRef()), open.size());
    open.add(B2, bob);
    open.sendTo(List.of(bob, carol, eve, fred));

    assertThat(events(toCarol)).containsExactly(A1, B2);
    Batch rest = toEve.receiveMessage();
    assertThat(rest.events()).containsExactly(B2);
    assertThat(toFred.receiveMessage()).isSameAs(rest);

    open.add(A3, alice);
    open.sendTo(List.of(carol, eve));
    assertThat(events(toEve)).as("the next one is whole for all").containsExactly(A3);
  }

  @Test
  void sendsNothingTwiceToWhoeverGotItAhead() {
    open.add(A1, alice);
    open.sendAhead(bob);
    open.sendAhead(carol);
    Batch ahead = toBob.receiveMessage();
    assertThat(ahead.events()).containsExactly(A1);
    assertThat(toCarol.receiveMessage()).isSameAs(ahead);

    open.add(B2, dave);
    open.sendTo(all);
    assertThat(events(toBob)).containsExactly(B2);
    assertThat(events(toDave)).as("what it did not cause").containsExactly(A1);
    assertThat(events(toAlice)).containsExactly(B2);
  }

  @Test
  void keepsNothingOfABatchThatCouldNotBeSent() {
    open.add(A1, alice);
    Subscription late = new Subscription(Members.called("late", toDave.getRef()), open.size());
    Subscription failing = new Subscription(Members.called("failing", null), 0);
    assertThatThrownBy(() -> open.sendTo(List.of(failing, late)))
        .isInstanceOf(NullPointerException.class);

    open.add(B2, bob);
    open.sendTo(List.of(late));
    assertThat(events(toDave)).containsExactly(B2);
  }

  @Test
  void isFullWithSoManyEvents() {
    for (int i = 0; i < 3; i++) {
      open.add(Events.joined("bob"), null);
    }
    assertThat(open.isFull()).isFalse();
    open.add(A1, alice);
    assertThat(open.isFull()).isTrue();
    open.sendTo(all);
    assertThat(open.isFull()).isFalse();
  }

  @Test
  void isFullWithSoManyBytes() {
    open.add(Events.said(1, "x".repeat(49)), alice); // a char counts as two bytes
    assertThat(open.isFull()).isFalse();
    open.add(Events.said(2, "x"), alice);
    assertThat(open.isFull()).isTrue();
    open.sendTo(all);
    assertThat(open.isFull()).isFalse();
  }

  private static List<RoomEvent> events(TestInbox<Batch> inbox) {
    return inbox.receiveMessage().events();
  }

  private static Subscription subscription(String name, TestInbox<Batch> inbox, boolean echo) {
    return new Subscription(Members.called(name, inbox.getRef(), echo), 0);
  }
}
