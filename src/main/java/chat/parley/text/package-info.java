/**
 * What may be in a text that one person shows another, and whether there is anything to see in it.
 * The only place that decides this, for the server and the client; uses nothing else of parley.
 */
package chat.parley.text;
