/**
 * The hosts of extensions: they run the extensions of a room, on threads that are not the chat's,
 * and stand in for them in the room, which never waits for an extension.
 *
 * <p>A room has one {@link chat.parley.hosting.Extensions}, which has a {@link
 * chat.parley.hosting.RunningExtension} for each that is turned on. Its actors are children of the
 * room: a {@code MemberHost}, a {@code GateHost} or both, and below each the extension's own actor,
 * which {@code ExtensionSpawner} starts inside an {@code ExtensionGuard}. The hosts know the room
 * only as a {@link chat.parley.hosting.HostingRoom}.
 */
package chat.parley.hosting;
