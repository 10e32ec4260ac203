/**
 * parley: the command line, the settings, and the guardian of the actors.
 *
 * <pre>
 * Parley (guardian)
 *  ├─ Directory            names in use, rooms by name
 *  │    ├─ Room            members, numbers, batches, presence, last posts
 *  │    └─ Room ...
 *  ├─ Door lines:5566      binds; a session per connection
 *  │    └─ Session ...     one client: its name, its requests; a Link joins it to its socket
 *  └─ Door raw:5567 ...
 * </pre>
 *
 * <p>Packages depend downwards only: door, session, wire and directory, room.
 */
package chat.parley;
