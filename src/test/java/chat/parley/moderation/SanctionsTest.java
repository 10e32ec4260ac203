package chat.parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.SetClock;
import chat.parley.access.AddressRange;
import chat.parley.names.Names;
import chat.parley.store.Sanction;
import chat.parley.store.StoreClient;
import chat.parley.store.StoreWriter;
import chat.parley.store.StoredRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanctionsTest {
  private static final String HERE = "10.0.0.9";
  private static final String ELSEWHERE = "10.0.0.8";

  private final SetClock clock = new SetClock(TestVisitors.NOON);
  private final TestInbox<StoreWriter.Command> store = TestInbox.create();
  private final Bans bans = new Bans();
  private final Sanctions sanctions = sanctions(List.of());

  private Sanctions sanctions(List<Sanction> kept) {
    Sanctions[] made = new Sanctions[1];
    BehaviorTestKit.create(
        Behaviors.<ModerationCommand>setup(
            context -> {
              var client =
                  new StoreClient<ModerationCommand>(
                      context, store.getRef(), InternalCommand.Answered::new);
              made[0] = new Sanctions(kept, bans, client, clock);
              return Behaviors.ignore();
            }));
    return made[0];
  }

  /** On a name and where it comes from, from now on; for no seconds it is for ever. */
  private Sanction onName(Sanction.Kind kind, String name, String address, long seconds) {
    return new Sanction(
        kind,
        name,
        Optional.of(Names.key(name)),
        AddressRange.parse(address),
        clock.instant(),
        seconds == 0 ? Optional.empty() : Optional.of(clock.instant().plusSeconds(seconds)),
        "olga",
        "");
  }

  /** On addresses alone. */
  private Sanction onAddresses(Sanction.Kind kind, String range, long seconds) {
    Sanction named = onName(kind, "any", range, seconds);
    return new Sanction(
        kind,
        range,
        Optional.empty(),
        named.addresses(),
        named.since(),
        named.until(),
        named.by(),
        named.why());
  }

  private Sanction ban(String name, String address, long seconds) {
    return onName(Sanction.Kind.BAN, name, address, seconds);
  }

  private boolean isBanned(String name, String address) {
    return bans.of(name, TestVisitors.address(address), clock.instant()).isPresent();
  }

  /** Whether a listener turns away whoever comes from there, of whatever name. */
  private boolean isTurnedAway(String address) {
    return bans.of(TestVisitors.address(address), clock.instant()).isPresent();
  }

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
            StoreWriter.Forget.class, forget -> assertThat(forget.id()).isEqualTo(item.id()));
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
