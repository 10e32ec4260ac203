package chat.parley.store;

import chat.parley.event.RoomEvent;
import java.util.List;

/**
 * Some of a room's posts. Where a number is not one more than that before, what was between is
 * missing.
 *
 * @param posts oldest first
 * @param older whether there are posts before them
 * @param newer whether there are posts after them
 */
public record HistoryPage(List<RoomEvent.Posted> posts, boolean older, boolean newer) {}
