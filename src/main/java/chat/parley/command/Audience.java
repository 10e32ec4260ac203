package chat.parley.command;

/** Those for whom a command is; {@code /help} lists the commands of one audience at a time. */
public enum Audience {
  EVERYBODY,
  /** Whoever has made the room that they are in. */
  ROOM,
  OPERATOR
}
