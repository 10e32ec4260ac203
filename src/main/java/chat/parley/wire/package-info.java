/**
 * The protocols: how bytes become requests, and how events and notices become bytes. Pure functions
 * and small pieces of per-connection state; no actor, no socket.
 *
 * <p>A {@link chat.parley.wire.Splitter} cuts what a socket brings into {@link
 * chat.parley.wire.Frame}s, a {@link chat.parley.wire.Wire} reads a frame as a {@link
 * chat.parley.wire.Request} and writes {@link chat.parley.room.Batch}es and {@link
 * chat.parley.wire.Notice}s.
 */
package chat.parley.wire;
