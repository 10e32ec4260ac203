package chat.parley.access;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Instant;
import java.util.Optional;

/** Items for tests, and the settings of kits for actors that wait for a disk or a busy core. */
final class Items {
  static final Instant NOON = Instant.parse("2026-11-26T12:00:00.123456789Z");
  static final PasswordHash HASH = PasswordHash.of(new Secret("sesame"), 1000);

  static final Config PATIENT =
      ConfigFactory.parseString(
              "pekko.actor.testkit.typed { single-expect-default = 30 s, default-timeout = 30 s,"
                  + " filter-leeway = 30 s }")
          .withFallback(ConfigFactory.load());

  private Items() {}

  static Registration registration(String name) {
    return new Registration(name, name, HASH, NOON);
  }

  static Sanction ban(String name) {
    return new Sanction(
        Sanction.Kind.BAN,
        name,
        Optional.of(name),
        Optional.empty(),
        NOON,
        Optional.empty(),
        "alice",
        "");
  }

  static Ownership ownership(String room) {
    return new Ownership(room, room, "alice", NOON);
  }
}
