/**
 * The extension API: what others compile against to change or add to what a room does.
 *
 * <p>An {@link chat.parley.extension.Extension} is a {@link chat.parley.extension.MemberExtension},
 * which hears and speaks through a {@link chat.parley.extension.RoomHandle}, or a {@link
 * chat.parley.extension.GateExtension}, which answers the questions of {@link
 * chat.parley.extension.Gate}, or both. docs/extending.md tells how to write one.
 *
 * @since 0.1
 */
package chat.parley.extension;
