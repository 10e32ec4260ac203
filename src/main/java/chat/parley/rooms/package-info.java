/**
 * Which rooms there are: {@link chat.parley.rooms.RoomRegistry} finds them by name, opens them and
 * closes them when they are empty. What goes on in a room is that room's business.
 */
package chat.parley.rooms;
