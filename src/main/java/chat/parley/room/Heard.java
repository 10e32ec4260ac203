package chat.parley.room;

/**
 * What somebody who comes back to a room had heard of it.
 *
 * @param epoch of the room's history then
 * @param number that of the last post that they had heard; 0 for none
 */
public record Heard(String epoch, long number) {}
