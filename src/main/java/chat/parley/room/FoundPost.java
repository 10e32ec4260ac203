package chat.parley.room;

import chat.parley.event.RoomEvent;

/**
 * A post of before.
 *
 * @param registered whether its author had proven then that their name is theirs
 */
record FoundPost(RoomEvent.Posted post, boolean registered) {}
