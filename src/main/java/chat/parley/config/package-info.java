/**
 * The configuration: its sources, a reader for each part that checks every value, and the settings
 * of the server that they make of it.
 */
package chat.parley.config;
