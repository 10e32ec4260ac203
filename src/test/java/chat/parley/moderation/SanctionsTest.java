package chat.parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.store.Sanction;
import chat.parley.store.StoreCommand;
import chat.parley.store.StoredRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanctionsTest extends SanctionsFixture {

  @Test
  void keepsOutWhoHasTheNameOrComesFromTheAddress() {
    sanctions.add(ban("Mallory", HERE, 0));
    assertThat(isBanned("mallory", ELSEWHERE)).isTrue();
    assertThat(isBanned("other", HERE)).isTrue();
    assertThat(isBanned("other", ELSEWHERE)).isFalse();
    assertThat(isTurnedAway(HERE)).isTrue();
    assertThat(isTurnedAway(ELSEWHERE)).isFalse();
  }

  @Test
  void putsOneInThePlaceOfThatForTheSameTarget() {
    sanctions.add(ban("mallory", "", 0));
    Sanction shorter = ban("MALLORY", "", 60);
    assertThat(sanctions.add(shorter)).containsExactly(shorter);
    assertThat(sanctions.all()).containsExactly(shorter);
  }

  @Test
  void keepsTheAddressOfANameThatIsGivenAgainWithoutOne() {
    sanctions.add(ban("mallory", HERE, 0));
    Sanction again = ban("mallory", HERE, 60);
    assertThat(sanctions.add(ban("mallory", "", 60))).containsExactly(again);
    assertThat(isTurnedAway(HERE)).isTrue();
  }

  @Test
  void keepsNoAddressOfOneThatIsOver() {
    sanctions.add(ban("mallory", HERE, 60));
    clock.passes(Duration.ofSeconds(60));
    Sanction onTheName = ban("mallory", "", 60);
    assertThat(sanctions.add(onTheName)).containsExactly(onTheName);
    assertThat(isTurnedAway(HERE)).isFalse();
  }

  @Test
  void keepsBothAddressesOfANameThatIsGivenAgainFromElsewhere() {
    sanctions.add(ban("mallory", HERE, 0));
    sanctions.add(ban("mallory", ELSEWHERE, 60));
    assertThat(isTurnedAway(HERE)).isTrue();
    assertThat(isTurnedAway(ELSEWHERE)).isTrue();
    assertThat(sanctions.all()).hasSize(2);
    clock.passes(Duration.ofSeconds(60));
    assertThat(isTurnedAway(HERE)).isFalse();
    assertThat(isTurnedAway(ELSEWHERE)).isFalse();
  }

  @Test
  void forgetsWhatIsOver() {
    Sanction minute = ban("mallory", HERE, 60);
    sanctions.add(minute);
    clock.passes(Duration.ofSeconds(59));
    assertThat(isBanned("mallory", HERE)).isTrue();
    assertThat(store.hasMessages()).isFalse();
    clock.passes(Duration.ofSeconds(1));
    assertThat(isBanned("mallory", HERE)).isFalse();
    assertThat(sanctions.all()).isEmpty();
    isForgotten(minute);
  }

  @Test
  void forgetsWhatWasOverWhenTheServerBegan() {
    Sanction minute = ban("mallory", HERE, 60);
    Sanction forEver = ban("eve", "", 0);
    clock.passes(Duration.ofSeconds(60));
    assertThat(sanctions(List.of(minute, forEver)).all()).containsExactly(forEver);
    isForgotten(minute);
  }

  private void isForgotten(StoredRecord item) {
    assertThat(store.receiveMessage())
        .isInstanceOfSatisfying(
            StoreCommand.Forget.class, forget -> assertThat(forget.id()).isEqualTo(item.id()));
    assertThat(store.hasMessages()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {HERE, HERE + "/32"})
  void endsWhatGoesForAddressesHoweverTheyAreWritten(String written) {
    Sanction ban = onAddresses(Sanction.Kind.BAN, HERE, 0);
    sanctions.add(ban);
    assertThat(sanctions.remove(Sanction.Kind.MUTE, written)).isEmpty();
    assertThat(sanctions.remove(Sanction.Kind.BAN, written)).contains(ban);
    assertThat(sanctions.remove(Sanction.Kind.BAN, written)).isEmpty();
    assertThat(isTurnedAway(HERE)).isFalse();
  }

  @Test
  void listsBansBeforeMutesAndTheOldestFirst() {
    Sanction first = ban("z", "", 0);
    clock.passes(Duration.ofSeconds(1));
    Sanction mute = onName(Sanction.Kind.MUTE, "b", "", 0);
    clock.passes(Duration.ofSeconds(1));
    Sanction last = ban("c", "", 0);
    List.of(last, mute, first).forEach(sanctions::add);
    assertThat(sanctions.all()).containsExactly(first, last, mute);
  }
}
