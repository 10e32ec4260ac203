package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.parley.SetClock;
import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.store.HistoryQuery;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who may read what was said in a room, and delete it. */
class HistoryCommandsTest {
  private static final ActorTestKit kit = ActorTestKit.create(ConfigFactory.load());
  private static final Duration DELETE_WITHIN = RoomHistorySettings.DEFAULT.deleteWithin();
  private static final HistoryQuery LAST = new HistoryQuery.Last(1);

  private final SetClock clock = new SetClock(Instant.parse("2026-11-28T12:00:00Z"));
  private final ActorRef<RoomCommand> room =
      kit.spawn(
          Room.create(
              RoomKeeping.nothing("den"),
              new RoomSettings(10, 1000, 0, 50, 100, 10_000),
              RoomAccess.of(Optional.empty()),
              kit.<RoomReport>createTestProbe().ref(),
              clock));
  private final RoomClient alice = new RoomClient(kit, "alice").in(room, true);
  private final RoomClient bob = new RoomClient(kit, "bob").in(room, false);
  private final RoomClient carol = new RoomClient(kit, "carol").in(room, false);

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private void bobSays(String text) {
    bob.says(room, text);
    assertThat(bob.answer()).isInstanceOf(RoomReply.Accepted.class);
  }

  private static RoomReply.Ruled ruled(RoomReply.RoomOutcome outcome) {
    return new RoomReply.Ruled(outcome, false);
  }

  private static RoomReply.Ruled deleted(boolean own, boolean audited) {
    return new RoomReply.Ruled(new RoomReply.PostDeleted("den", 1, "bob", own), audited);
  }

  @Test
  void authorsDeleteTheirOwnAsLongAsTheyMay() {
    bobSays("psst");
    clock.passes(DELETE_WITHIN);
    assertThat(carol.deletes(room, 1)).isEqualTo(ruled(new RoomReply.NotYourPost("den", 1)));
    assertThat(bob.deletes(room, 1)).isEqualTo(deleted(true, false));
    assertThat(bob.deletes(room, 1)).isEqualTo(ruled(new RoomReply.DeletedAlready("den", 1)));
    assertThat(bob.deletes(room, 2)).isEqualTo(ruled(new RoomReply.NoSuchPost("den", 2)));

    bobSays("hm");
    clock.passes(DELETE_WITHIN.plus(Duration.ofSeconds(1)));
    assertThat(bob.deletes(room, 2))
        .isEqualTo(ruled(new RoomReply.TooLateToDelete("den", 2, DELETE_WITHIN)));
  }

  @Test
  void theOwnerDeletesWhatOthersSayAtAnyTime() {
    bobSays("psst");
    clock.passes(Duration.ofDays(1));
    assertThat(alice.deletes(room, 1)).isEqualTo(deleted(false, true));
  }

  @Test
  void operatorsDoSoAsOperators() {
    RoomClient olga = new RoomClient(kit, "olga").operator().in(room, false);
    bobSays("psst");
    assertThat(olga.deletes(room, 1)).isEqualTo(deleted(false, true));
  }

  @Test
  void nothingIsLeftOfTheTextAndEverybodyElseIsTold() {
    bobSays("psst");
    alice.deletes(room, 1);
    assertThat(((RoomReply.History) carol.reads(room, LAST)).page().posts())
        .extracting(RoomEvent.Posted::author, RoomEvent.Posted::content)
        .containsExactly(tuple("bob", new Content.Deleted("alice")));
    var told = new RoomEvent.PostDeleted("den", 1, alice.id, "alice");
    assertThat(carol.hearsUntil(told)).isTrue();
  }

  @Test
  void whoIsElsewhereReadsWhatTheyMightEnter() {
    RoomClient dora = new RoomClient(kit, "dora");
    bobSays("psst");
    assertThat(dora.reads(room, LAST)).isInstanceOf(RoomReply.History.class);
    alice.locks(room, "den");
    assertThat(dora.reads(room, LAST))
        .isEqualTo(new RoomReply.NotForYou("den", new RoomReply.Locked()));
    assertThat(bob.reads(room, LAST)).isInstanceOf(RoomReply.History.class);
    alice.invites(room, dora);
    assertThat(dora.answer()).isInstanceOf(RoomReply.Invited.class);
    assertThat(dora.reads(room, LAST)).isInstanceOf(RoomReply.History.class);
    assertThat(List.of(dora.deletes(room, 1)))
        .containsExactly(ruled(new RoomReply.NotOwner("den")));
  }
}
