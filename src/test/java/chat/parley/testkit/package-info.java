/**
 * The scenario kit: conversations in a room as tests, for those who write extensions and for parley
 * itself. docs/testkit.md tells how to use it.
 *
 * <p>A {@link chat.parley.testkit.Scenario} has rooms ({@link chat.parley.testkit.Scene}), in which
 * there are people ({@link chat.parley.testkit.Person}). Below, a {@code Venue} is where it is
 * played: {@code InProcess}, {@code OwnServer} or {@code OutsideServer}; it makes a {@code Stage}
 * of each room, which gives each person a {@code Presence}. {@code Calm}, with a {@code Watch} on
 * every extension, knows when nothing is on its way any more.
 *
 * <p>Apart from that, {@link chat.parley.testkit.FakeRoom} is for unit tests without a room.
 */
package chat.parley.testkit;
