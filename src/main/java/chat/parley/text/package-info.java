/**
 * The rules for texts that one person shows another: what may be in them, and whether there is
 * anything to see. The only place that decides this, for the server and the client; uses nothing
 * else of parley.
 */
package chat.parley.text;
