package chat.parley.room;

import chat.parley.event.RoomEvent;
import java.util.List;

/**
 * What somebody who comes back to a room had heard of it.
 *
 * @param epoch of the room's history then
 * @param number that of the last post that they had heard; 0 for none
 * @param since what has been read for them of what came after it; more may have come meanwhile
 */
public record Heard(String epoch, long number, List<RoomEvent.Posted> since) {

  /** The same, for whom nothing has been read yet. */
  public Heard(String epoch, long number) {
    this(epoch, number, List.of());
  }

  /** The same, when this has been read. */
  Heard with(List<RoomEvent.Posted> read) {
    return new Heard(epoch, number, read);
  }
}
