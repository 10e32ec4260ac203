package chat.parley.transfer;

/** An export or an import cannot be made; the message is one line for whoever wanted it. */
public final class TransferException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TransferException(String message) {
    super(message);
  }
}
