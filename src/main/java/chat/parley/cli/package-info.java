/**
 * The command lines of the program, and the process that they start: its arguments, its text, its
 * signals.
 */
package chat.parley.cli;
