/**
 * The table of the commands that users type. The server's {@code /help}, what it reads, what the
 * client completes and hides, and the tables of the documentation are made from it. Uses nothing of
 * parley.
 */
package chat.parley.command;
