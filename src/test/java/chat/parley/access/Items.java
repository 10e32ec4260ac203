package chat.parley.access;

import java.time.Instant;
import java.util.Optional;

/** Items for tests. */
final class Items {
  static final Instant NOON = Instant.parse("2026-11-26T12:00:00.123456789Z");
  static final PasswordHash HASH = PasswordHash.of(new Secret("sesame"), 1000);

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
