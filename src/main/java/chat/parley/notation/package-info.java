/**
 * The notations of things that are more than a word: times, numbers, addresses. One parser for each
 * kind, for commands, settings and command lines, of the server and of the client alike.
 *
 * <p>What begins like one and is none is refused with one line that shows what belongs there; it is
 * never taken for something else. Uses nothing of parley.
 */
package chat.parley.notation;
