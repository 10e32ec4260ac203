/** Names in use and rooms by name, for the whole server. */
package chat.parley.directory;
