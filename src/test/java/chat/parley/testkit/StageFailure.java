package chat.parley.testkit;

/** A failure of something on the stage that every scenario relies on; its message says what. */
final class StageFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  StageFailure(String message) {
    super(message);
  }
}
