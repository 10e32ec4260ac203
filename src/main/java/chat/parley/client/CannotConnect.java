package chat.parley.client;

import java.io.IOException;

/** A connection that cannot be had; the message says in one line why, and what to do. */
final class CannotConnect extends IOException {
  private static final long serialVersionUID = 1;

  CannotConnect(String message, Throwable why) {
    super(message, why);
  }
}
