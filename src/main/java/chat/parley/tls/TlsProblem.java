package chat.parley.tls;

/** Something that is wrong with a file or setting of TLS; the message says what in one line. */
public final class TlsProblem extends Exception {
  private static final long serialVersionUID = 1;

  TlsProblem(String message) {
    super(message);
  }

  TlsProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
