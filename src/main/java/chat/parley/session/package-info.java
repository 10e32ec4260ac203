/**
 * The actor that stands for a connection. Its transport tells it what has come.
 *
 * <pre>
 *                       frames         posts
 *   socket ──► ConnectionStage ──► Session ──► Room
 *          ◄──       ◄──────────────────────────┘
 *         bytes         batches, past the session
 * </pre>
 */
package chat.parley.session;
