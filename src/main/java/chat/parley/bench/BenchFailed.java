package chat.parley.bench;

/** A bench that could not be run; the message says in one line why, and what to do. */
public final class BenchFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  BenchFailed(String message) {
    super(message);
  }

  BenchFailed(String message, Throwable why) {
    super(message, why);
  }
}
