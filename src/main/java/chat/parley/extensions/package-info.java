/**
 * The extensions that come with parley. Each is one file and uses what any extension may use; copy
 * the one that is nearest to what you want as a start.
 *
 * <p>Members: {@link chat.parley.extensions.Dice} (answers), {@link chat.parley.extensions.Welcome}
 * (asks the room, tells one person), {@link chat.parley.extensions.Transcript} (writes files),
 * {@link chat.parley.extensions.Webhook} (waits for something outside). Gates: {@link
 * chat.parley.extensions.SlowMode} (delays), {@link chat.parley.extensions.WordFilter} (changes or
 * refuses).
 */
package chat.parley.extensions;
