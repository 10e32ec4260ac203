/**
 * Who may come in: where from, with which password, and who not; and what of that outlives the
 * server.
 *
 * <pre>
 *  Passwords   checks and hashes, on threads of its own; Attempts slows down who guesses
 *  Keeper      writes Registrations, Sanctions and Ownerships into a Store, on a thread of its own
 * </pre>
 *
 * <p>It knows nothing of names, rooms or connections: whoever asks has already made a key of them.
 */
package chat.parley.access;
