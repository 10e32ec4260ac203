/**
 * The configuration: where it comes from, whether it is in order, and the settings that the parts
 * of the server get of it.
 */
package chat.parley.config;
