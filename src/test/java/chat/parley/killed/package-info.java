/**
 * What is left of a server that is killed while people talk: {@code KilledServer} starts and kills
 * one, {@code PostingClient} are those who talk, and {@code Kills} compares what they have seen
 * with what is in the store.
 */
package chat.parley.killed;
