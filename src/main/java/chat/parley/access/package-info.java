/**
 * Who may come in: where from, with which password, and who not; and what of that outlives the
 * server.
 *
 * <pre>
 *  Passwords   checks and hashes, on threads of its own; Attempts slows down who guesses
 *  StoreWriter      writes Registrations, Sanctions and Ownerships into a Store, on a thread of its own
 * </pre>
 *
 * <p>An Order says what somebody wants of that, an Origin where a connection comes from. Names and
 * rooms are only texts here: whoever asks has already made keys of them, which are equal for those
 * that are the same. It uses nothing of parley but how things are written.
 */
package chat.parley.access;
