/**
 * The soak run: attacks on a server in a process of its own, each a class. {@code Soak} makes one
 * and reads what the server holds before and after, {@code ServerProcess} and {@code ServerGauges}
 * are the server as seen from outside, {@code WellBehavedPair} those who must not notice, {@code
 * Connection} with {@code Reader}, and {@code Visit}, those who attack; {@code Table} is what is
 * left of it.
 */
package chat.parley.soak;
