package chat.parley.room;

import chat.parley.event.RoomEvent;
import java.util.List;

/**
 * What a newcomer hears of what was said before.
 *
 * @param posts oldest first
 * @param resumes whether it is everything since what the newcomer had heard last
 */
record Replay(List<RoomEvent.Posted> posts, boolean resumes) {}
