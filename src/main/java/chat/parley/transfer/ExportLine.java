package chat.parley.transfer;

import chat.parley.store.StoredPost;
import chat.parley.store.StoredRoom;

/** A line of an export. */
sealed interface ExportLine {

  /** A room, before what was said in it. */
  record OfRoom(StoredRoom room) implements ExportLine {}

  /**
   * Something that was said, or of which it was said that it is deleted.
   *
   * @param room the key of the room, as the room's own line has it
   */
  record OfPost(String room, StoredPost post) implements ExportLine {}
}
