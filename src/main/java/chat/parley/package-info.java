/**
 * parley: the command line, the settings, and the guardian of the actors.
 *
 * <pre>
 * Parley (guardian)
 *  ├─ Directory            names in use, rooms by name
 *  │    ├─ Room            members, numbers, batches, presence, last posts
 *  │    │    └─ MemberHost, GateHost ...   an extension each, supervised
 *  │    └─ Room ...
 *  ├─ Listener lines:5566      binds; a session per connection
 *  │    └─ Session ...     one client: its name, its requests; a ConnectionStage joins it to its socket
 *  └─ Listener raw:5567 ...
 * </pre>
 *
 * <p>Packages depend downwards only: listener, session, protocol and directory, room. The client
 * and the bench stand beside them and know nothing of the server.
 */
package chat.parley;
