/**
 * The transport of one connection: how its bytes are cut into frames, what waits to be read and to
 * be written, and how the connection ends. It knows nothing of what is said.
 *
 * <pre>
 *                       frames
 *   socket ──► ConnectionStage ──► {@link chat.parley.transport.ConnectionOwner}
 *          ◄──       ◄──────────── room, owner
 *         bytes         batches, bytes
 * </pre>
 *
 * <p>A {@link chat.parley.transport.FrameDecoder} cuts what comes into {@link
 * chat.parley.transport.Frame}s; a {@link chat.parley.transport.Format} writes batches, once for
 * all connections that are written the same.
 */
package chat.parley.transport;
