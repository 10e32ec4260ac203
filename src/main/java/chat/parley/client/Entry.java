package chat.parley.client;

import java.time.Instant;
import java.util.List;

/**
 * One thing to show: a line of the server, of the user or of the client itself.
 *
 * @param mark the number of a post as it is shown, with a space behind it; empty for none
 * @param who whose line it is; empty for the server's and the client's own
 * @param text harmless for a terminal; of a post or an own line without the name
 * @param mentions where {@code text} speaks of the user; not empty when the user is to be called
 */
record Entry(Instant time, Kind kind, String mark, String who, String text, List<Span> mentions) {

  /** What sort of line it is, which decides what it looks like. */
  enum Kind {
    /** Somebody else said it. */
    POST,
    /** The user said it. */
    OWN,
    /** The user told what they do ({@code /me}). */
    OWN_ACTION,
    /** The user asked the server for something. */
    COMMAND,
    /** Who comes, goes or changes their name. */
    PRESENCE,
    /** Anything else the server says. */
    SERVER,
    /** The client itself speaks. */
    CLIENT
  }

  /** What stands before the text. */
  String lead() {
    return switch (kind) {
      case POST -> mark + "[" + who + "] ";
      case OWN, COMMAND -> who + "> ";
      case OWN_ACTION -> "* " + who + " ";
      case CLIENT -> "-- ";
      case PRESENCE, SERVER -> "";
    };
  }

  /** The whole line; what others said and what the server said is just as it was sent. */
  String line() {
    return lead() + text;
  }

  /** Whether it is something that the user has just typed. */
  boolean isTyped() {
    return kind == Kind.OWN || kind == Kind.OWN_ACTION || kind == Kind.COMMAND;
  }
}
