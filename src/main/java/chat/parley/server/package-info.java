/**
 * The server as a whole: its start, its end, and the configuration that is read again meanwhile.
 *
 * <pre>
 * Parley (guardian)
 *  ├─ RoomRegistry         rooms by name
 *  │    ├─ Room            members, owner, numbers, batches, presence, last posts
 *  │    │    └─ MemberHost, GateHost ...   an extension each, supervised
 *  │    └─ Room ...
 *  ├─ Moderation           bans, mutes, operators
 *  ├─ NameService          names in use and registered
 *  ├─ Listener lines:5566      binds; a session per connection
 *  │    └─ Session ...     one client: its name, its requests; a ConnectionStage joins it to its socket
 *  └─ Listener raw:5567 ...
 * </pre>
 */
package chat.parley.server;
