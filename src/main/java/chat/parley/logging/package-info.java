/**
 * The log of the program and the audit log: lines in UTF-8 without control characters, written by
 * threads of their own. Uses nothing of parley but {@code text} and {@code notation}.
 */
package chat.parley.logging;
