/**
 * What happens in a room and what is said there: the values that rooms, protocols and extensions
 * share.
 *
 * @since 0.1
 */
package chat.parley.event;
