package chat.parley.session;

import org.apache.pekko.actor.typed.ActorRef;

/**
 * What a {@link Session} can be told; only its connection, its listener and those it has asked do.
 */
public sealed interface SessionCommand
    permits SessionCommand.Drain,
        SessionCommand.GoDown,
        SessionCommand.GivenName,
        SessionCommand.Vanished,
        SessionCommand.Configure,
        InternalCommand {

  /**
   * Deals with what the client has sent so far and reads no more; answered with {@link Drained}.
   */
  record Drain(ActorRef<Drained> replyTo) implements SessionCommand {}

  /** All that the client had sent has been dealt with: everybody has been told what it said. */
  record Drained(ActorRef<SessionCommand> session) {}

  /** Tells the client that the server is going down, and disconnects it. */
  record GoDown() implements SessionCommand {}

  /** The client is known as {@code name} and is not asked for one; told before it is linked. */
  record GivenName(String name) implements SessionCommand {}

  /** The client's network has gone away: it has acknowledged nothing of what is sent to it. */
  record Vanished() implements SessionCommand {}

  /** Goes by other settings from now on; what its connection may hold stays as it was. */
  record Configure(SessionSettings settings) implements SessionCommand {}
}
