package chat.parley.store;

/** Something that outlives the server. */
public sealed interface StoredRecord permits Registration, Sanction, Ownership, WaitingMessage {

  /** The parts of a store, one for each class of items. */
  enum Section {
    REGISTRATIONS,
    SANCTIONS,
    OWNERSHIPS,
    MESSAGES
  }

  /**
   * Which item it is: of those with the same id the last one counts.
   *
   * @param key as the item's class makes it
   */
  record Id(Section section, String key) {}

  /** Which one it is. */
  Id id();
}
