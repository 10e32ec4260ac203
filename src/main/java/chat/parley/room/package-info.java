/**
 * The room: who is in it, who may come in, what order posts have, who gets them.
 *
 * <p>{@link chat.parley.room.Room} is the only place that decides about all of that. It knows no
 * stream, no socket and no text format: a {@link chat.parley.room.Member} gives it an address for
 * {@link chat.parley.event.Batch}es, and what stands behind that address is not its business.
 */
package chat.parley.room;
