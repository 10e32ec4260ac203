package chat.parley.protocol;

/** For whom a command is; {@code /help} lists those of one at a time. */
public enum Audience {
  EVERYBODY,
  /** Whoever has made the room that they are in. */
  ROOM,
  OPERATOR
}
