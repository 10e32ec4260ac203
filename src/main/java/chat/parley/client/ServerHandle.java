package chat.parley.client;

/** The server, as far as a {@link Conversation} can do something about it. */
interface ServerHandle {

  /** Sends a line at once, before all that waits. */
  void send(String line);

  /** What the user says may be sent from now on. */
  void admitted();

  /** Ends the present connection, and connects again at once. */
  void startOver();

  /** Ends the present connection, not the connecting. */
  void hangUp();
}
