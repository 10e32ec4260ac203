/**
 * The protocols: what the frames of a connection mean, and how events and notices become bytes. No
 * actor, no socket.
 *
 * <p>A {@link chat.parley.protocol.Protocol}, which each connection has for itself, reads a {@link
 * chat.parley.transport.Frame} as a {@link chat.parley.protocol.Request} and words {@link
 * chat.parley.protocol.Notice}s; its {@link chat.parley.transport.Format}, which it shares with all
 * that write the same, writes {@link chat.parley.event.Batch}es.
 */
package chat.parley.protocol;
