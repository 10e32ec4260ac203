package chat.parley.server;

import chat.parley.listener.ListenerAddress;
import java.nio.channels.UnresolvedAddressException;

/** A listener that could not be opened; the message says in one line which, why, and what to do. */
public final class ListenerRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  ListenerRefused(ListenerAddress address, Throwable why) {
    super("cannot listen on " + address.shown() + ": " + reason(why), why);
  }

  private static String reason(Throwable why) {
    Throwable root = why;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage());
    if (message.contains("already in use")) {
      return "the port is in use; stop the other program or choose another port with --listen";
    }
    if (message.contains("Permission denied")) {
      return "permission denied; ports below 1024 are for root";
    }
    if (root instanceof UnresolvedAddressException) {
      return "the host is not known";
    }
    if (message.contains("Cannot assign requested address")) {
      return "this machine does not have that address";
    }
    return message;
  }
}
