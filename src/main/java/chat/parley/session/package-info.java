/**
 * A connection: the actor that stands for it, and the stream stage that joins the actor to its
 * socket.
 *
 * <pre>
 *                       frames         posts
 *   socket ──► ConnectionStage ──► Session ──► Room
 *          ◄──       ◄──────────────────────────┘
 *         bytes         batches, past the session
 * </pre>
 */
package chat.parley.session;
