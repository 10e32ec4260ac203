package chat.parley.client;

/** A step on the user's way into a room of the server. */
enum Phase {
  /** There is no connection. */
  AWAY,
  /** Connected; the server has not asked for a name yet. */
  GREETING,
  /** The server has asked, and the user has not answered. */
  ASKED,
  /** A name has been given, and the server has not said what it thinks of it. */
  NAMED,
  /** The server has asked for a password that is not known, and the user has not typed it. */
  CHALLENGED,
  /** A password has been given, and the server has not said what it thinks of it. */
  ANSWERED,
  /** Back under the same name, and on the way to the room that the user was in. */
  RETURNING,
  /** Back in the room that the user was in, as what was missed comes in. */
  RESUMING,
  /** The server takes what the user says. */
  IN
}
