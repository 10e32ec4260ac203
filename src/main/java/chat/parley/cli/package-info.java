/**
 * The commands of the program, and what belongs to its process: arguments, encoding, signals, exit
 * status.
 */
package chat.parley.cli;
