/**
 * The protocols: how bytes become requests, and how events and notices become bytes. Pure functions
 * and small pieces of per-connection state; no actor, no socket.
 *
 * <p>A {@link chat.parley.transport.FrameDecoder} cuts what a socket brings into {@link
 * chat.parley.transport.Frame}s, a {@link chat.parley.protocol.Protocol} reads a frame as a {@link
 * chat.parley.protocol.Request} and writes {@link chat.parley.event.Batch}es and {@link
 * chat.parley.protocol.Notice}s.
 */
package chat.parley.protocol;
