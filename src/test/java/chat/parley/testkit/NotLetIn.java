package chat.parley.testkit;

/** A refusal to let somebody into a room; the message says why, as the person was told. */
final class NotLetIn extends Exception {
  private static final long serialVersionUID = 1;

  NotLetIn(String why) {
    super(why);
  }
}
