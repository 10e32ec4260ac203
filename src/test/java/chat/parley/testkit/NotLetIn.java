package chat.parley.testkit;

/** Somebody is kept out of a room; the message says why, as the person was told. */
final class NotLetIn extends Exception {
  private static final long serialVersionUID = 1;

  NotLetIn(String why) {
    super(why);
  }
}
