/**
 * What may be a name of a user or a room, when two names are the same, and when one reads like
 * another.
 */
package chat.parley.names;
