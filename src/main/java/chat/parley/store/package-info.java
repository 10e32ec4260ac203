/**
 * What outlives the server: the records, the file that holds them, and the actor that writes it.
 */
package chat.parley.store;
