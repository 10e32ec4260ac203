package chat.parley.tls;

/** A mistake in a file or setting of TLS; the message says in one line what is wrong. */
public final class TlsProblem extends Exception {
  private static final long serialVersionUID = 1;

  TlsProblem(String message) {
    super(message);
  }

  TlsProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
