/**
 * A connection: the actor that stands for it, and the stream stage that joins the actor to its
 * socket.
 *
 * <pre>
 *          frames                    posts
 *   socket ──► Link ──► Session ──► Room
 *          ◄──      ◄────────────────┘
 *          bytes    batches, past the session
 * </pre>
 */
package chat.parley.session;
