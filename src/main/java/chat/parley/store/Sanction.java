package chat.parley.store;

import chat.parley.access.AddressRange;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What an operator has imposed on a name, on addresses, or on both.
 *
 * <p>There is one of each kind for the same name; where there is none, for the same addresses.
 *
 * @param target what the operator named it by, as it is shown
 * @param nameKey equal for names that are the same
 * @param until when it is over; empty for never
 * @param by the operator's name
 * @param why empty when no reason was given
 */
public record Sanction(
    Kind kind,
    String target,
    Optional<String> nameKey,
    Optional<AddressRange> addresses,
    Instant since,
    Optional<Instant> until,
    String by,
    String why)
    implements StoredRecord {

  /** What it keeps from. */
  public enum Kind {
    /** Coming in. */
    BAN,
    /** Saying something. */
    MUTE
  }

  public Sanction {
    if (nameKey.isEmpty() && addresses.isEmpty()) {
      throw new IllegalArgumentException("a sanction is on a name or on addresses");
    }
  }

  /** Whether it no longer counts. */
  public boolean isOver(Instant now) {
    return until.isPresent() && !now.isBefore(until.get());
  }

  @Override
  public Id id() {
    String on =
        nameKey.map(key -> "name " + key).orElseGet(() -> "addresses " + addresses.get().key());
    return new Id(Section.SANCTIONS, kind.name().toLowerCase(Locale.ROOT) + " " + on);
  }
}
