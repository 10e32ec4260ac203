package chat.parley.store;

import java.time.Instant;

/**
 * Whose a room is.
 *
 * @param roomKey equal for names of the same room
 * @param room as it is shown
 * @param ownerKey the owner's name, as the key of a {@link Registration}
 */
public record Ownership(String roomKey, String room, String ownerKey, Instant since)
    implements StoredRecord {

  /** The id of the ownership of the room with that key. */
  public static Id id(String roomKey) {
    return new Id(Section.OWNERSHIPS, roomKey);
  }

  @Override
  public Id id() {
    return id(roomKey);
  }
}
