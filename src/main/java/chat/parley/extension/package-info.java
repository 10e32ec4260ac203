/**
 * The extensions that come with parley. Each is one file and uses what any extension may use; copy
 * the one that is nearest to what you want as a start.
 *
 * <p>Members: {@link chat.parley.extension.Dice} (answers), {@link chat.parley.extension.Welcome}
 * (asks the room, tells one person), {@link chat.parley.extension.Transcript} (writes files),
 * {@link chat.parley.extension.Webhook} (waits for something outside). Gates: {@link
 * chat.parley.extension.SlowMode} (delays), {@link chat.parley.extension.WordFilter} (changes or
 * refuses).
 */
package chat.parley.extension;
