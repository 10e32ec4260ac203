package chat.parley.store;

import chat.parley.event.RoomEvent;
import java.util.List;

/**
 * Some of the posts that were looked for.
 *
 * @param posts newest first
 * @param more whether there are older ones
 */
public record SearchPage(List<RoomEvent.Posted> posts, boolean more) {}
