package chat.parley.protocol;

/** How posts are written on a connection of the lines protocol. */
enum LinesStyle {
  /** For people. */
  PLAIN,
  /** For people who want to see the numbers of posts. */
  NUMBERED,
  /** For programs, which can tell from it what they have missed. */
  SYNC
}
