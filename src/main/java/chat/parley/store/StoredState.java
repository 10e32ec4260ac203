package chat.parley.store;

import java.util.Collection;
import java.util.List;

/**
 * All that a store holds, but for what was said; the lists of records are in the order of their
 * keys.
 */
public record StoredState(
    List<Registration> registrations,
    List<Sanction> sanctions,
    List<Ownership> ownerships,
    List<WaitingMessage> messages,
    List<StoredRoom> rooms) {
  /** What there is in a new store. */
  public static final StoredState NOTHING =
      new StoredState(List.of(), List.of(), List.of(), List.of(), List.of());

  /** The same records, and these rooms. */
  StoredState with(Collection<StoredRoom> others) {
    return new StoredState(registrations, sanctions, ownerships, messages, List.copyOf(others));
  }
}
