package chat.parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.store.Sanction;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who may only listen. */
class MuteSanctionsTest extends SanctionsFixture {

  @Test
  void shortensNothingThatGoesForTheAddressesThatWentWithAName() {
    sanctions.add(onName(Sanction.Kind.MUTE, "mallory", HERE, 3600));
    Sanction forEver = onAddresses(Sanction.Kind.MUTE, HERE, 0);
    sanctions.add(forEver);
    sanctions.add(onName(Sanction.Kind.MUTE, "mallory", ELSEWHERE, 60));
    assertThat(sanctions.muteOf(TestVisitors.named("bob", HERE))).contains(forEver);
    clock.passes(Duration.ofHours(1));
    assertThat(sanctions.all()).containsExactly(forEver);
  }

  @Test
  void mutesForAsLongAsTheLongestSays() {
    Sanction forEver = onAddresses(Sanction.Kind.MUTE, HERE, 0);
    Sanction minute = onName(Sanction.Kind.MUTE, "bob", "", 60);
    sanctions.add(forEver);
    sanctions.add(minute);
    assertThat(sanctions.muteOf(TestVisitors.named("bob", HERE))).contains(forEver);
    assertThat(sanctions.muteOf(TestVisitors.named("bob", ELSEWHERE))).contains(minute);
    assertThat(sanctions.muteOf(TestVisitors.named("rob", ELSEWHERE))).isEmpty();
    clock.passes(Duration.ofSeconds(60));
    assertThat(sanctions.muteOf(TestVisitors.named("bob", ELSEWHERE))).isEmpty();
  }

  @Test
  void keepsSomebodyMutedUnderAnotherNameAsLongAsThatMuteLasts() {
    sanctions.add(onName(Sanction.Kind.MUTE, "bob", "", 0));
    Visitor bob = TestVisitors.named("bob", HERE);
    bob.setMute(sanctions.muteOf(bob));
    bob.call("rob");
    assertThat(sanctions.muteOf(bob)).isPresent();
    Sanction again = onName(Sanction.Kind.MUTE, "bob", "", 60);
    sanctions.add(again);
    assertThat(sanctions.muteOf(bob)).contains(again);
    sanctions.remove(Sanction.Kind.MUTE, "bob");
    assertThat(sanctions.muteOf(bob)).isEmpty();
  }

  @Test
  void mutesAnOperatorByNameOnly() {
    Visitor olga = TestVisitors.named("olga", HERE);
    olga.makeOperator();
    sanctions.add(onName(Sanction.Kind.MUTE, "bob", HERE, 0));
    assertThat(sanctions.muteOf(olga)).isEmpty();
    sanctions.add(onName(Sanction.Kind.MUTE, "olga", "", 0));
    assertThat(sanctions.muteOf(olga)).isPresent();
  }
}
