package chat.parley.moderation;

import chat.parley.access.AddressRange;
import chat.parley.store.Sanction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bans for tests of those who look at them. */
public final class TestBans {
  private TestBans() {}

  /** From now on whoever has this name is kept out until then, and nobody else. */
  public static void banName(Bans bans, String name, Instant until) {
    bans.set(
        List.of(
            new Sanction(
                Sanction.Kind.BAN,
                name,
                Optional.of(name),
                Optional.empty(),
                Instant.EPOCH,
                Optional.of(until),
                "olga",
                "")));
  }

  /** From now on whoever comes from {@code address} is kept out for ever, and nobody else. */
  public static void ban(Bans bans, String address, String why) {
    bans.set(
        List.of(
            new Sanction(
                Sanction.Kind.BAN,
                address,
                Optional.empty(),
                AddressRange.parse(address),
                Instant.EPOCH,
                Optional.empty(),
                "olga",
                why)));
  }
}
