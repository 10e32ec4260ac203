package chat.parley.testkit;

/** Something on the stage does not do what every scenario relies on; its message says what. */
final class StageFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  StageFailure(String message) {
    super(message);
  }
}
