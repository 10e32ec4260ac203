package chat.parley;

import chat.parley.door.DoorAddress;
import java.nio.channels.UnresolvedAddressException;

/** A door that could not be opened; the message says in one line which, why, and what to do. */
public final class DoorRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  DoorRefused(DoorAddress address, Throwable why) {
    super("cannot listen on " + address.shown() + ": " + reason(why), why);
  }

  private static String reason(Throwable why) {
    Throwable root = why;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage());
    if (message.contains("already in use")) {
      return "the port is in use; stop the other program or choose another port with --door";
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
