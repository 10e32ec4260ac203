/**
 * The values that rooms, protocols and extensions share: what happens in a room and what is said
 * there.
 *
 * @since 0.1
 */
package chat.parley.event;
