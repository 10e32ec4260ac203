/**
 * parley: a chat-room server, its terminal client and its load generator, a package for each part.
 *
 * <p>Packages depend downwards only: {@code cli}, {@code server}, {@code config}, listener,
 * session, protocol, users, rooms and moderation, room, transport. The client and the bench stand
 * beside them and know nothing of the server.
 */
package chat.parley;
