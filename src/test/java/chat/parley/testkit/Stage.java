package chat.parley.testkit;

/** A room that can be entered, in process or over sockets. */
interface Stage extends AutoCloseable {

  /**
   * Lets somebody in.
   *
   * @param ears what hears for the person from then on, what newcomers are told first
   */
  Presence enter(String name, Ears ears) throws NotLetIn;

  /** Waits until what the room has taken has come to all who read. */
  void deliver();

  /**
   * Waits until everything that was said has come to all who read, and so has what extensions had
   * to say to it at once.
   */
  void settle();

  /** Has an extension throw an exception; when this returns it has. */
  void crash(String extension);

  @Override
  void close();
}
