/**
 * What happens in a room and what is said there: the values that rooms, protocols and extensions
 * share.
 */
package chat.parley.event;
