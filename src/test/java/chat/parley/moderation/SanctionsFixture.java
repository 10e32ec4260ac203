package chat.parley.moderation;

import chat.parley.SetClock;
import chat.parley.access.AddressRange;
import chat.parley.names.Names;
import chat.parley.store.Sanction;
import chat.parley.store.StoreClient;
import chat.parley.store.StoreCommand;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Sanctions of which nothing is kept but what is said to be; a clock that stands still. */
abstract class SanctionsFixture {
  static final String HERE = "10.0.0.9";
  static final String ELSEWHERE = "10.0.0.8";

  final SetClock clock = new SetClock(TestVisitors.NOON);
  final TestInbox<StoreCommand> store = TestInbox.create();
  final Bans bans = new Bans();
  final Sanctions sanctions = sanctions(List.of());

  final Sanctions sanctions(List<Sanction> kept) {
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
  final Sanction onName(Sanction.Kind kind, String name, String address, long seconds) {
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
  final Sanction onAddresses(Sanction.Kind kind, String range, long seconds) {
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

  final Sanction ban(String name, String address, long seconds) {
    return onName(Sanction.Kind.BAN, name, address, seconds);
  }

  final boolean isBanned(String name, String address) {
    return bans.of(name, TestVisitors.address(address), clock.instant()).isPresent();
  }

  /** Whether a listener turns away whoever comes from there, of whatever name. */
  final boolean isTurnedAway(String address) {
    return bans.of(TestVisitors.address(address), clock.instant()).isPresent();
  }
}
