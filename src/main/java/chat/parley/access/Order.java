package chat.parley.access;

import java.time.Duration;
import java.util.Optional;

/**
 * What somebody wants of the server that concerns who may do what. Answered in words; whether it is
 * carried out depends on who gives it. None shows a password when it is printed.
 */
public sealed interface Order {

  /** What anybody may order for themselves. */
  sealed interface Own extends Order {}

  /** What whoever made a room may order in it, and operators too. */
  sealed interface OfRoom extends Order {}

  /** What only operators may order. */
  sealed interface OfOperator extends Order {}

  /** Makes whoever knows the password an operator. */
  record BecomeOperator(Secret password) implements Own {}

  /** Keeps the name for whoever has it now; with a new password if it is kept already. */
  record Register(Secret password) implements Own {}

  /** Gives a registered name up: one's own, or as an operator anybody's. */
  record Unregister(Optional<String> name) implements Own {}

  /** Hears nothing more from somebody; without a name, asks who is not heard. */
  record Ignore(Optional<String> name) implements Own {}

  /** Hears somebody again. */
  record Unignore(String name) implements Own {}

  /** Sends somebody out of the room, or as an operator off the server. */
  record Kick(String name, String why) implements OfRoom {}

  /** Lets somebody into the room although it is locked. */
  record Invite(String name) implements OfRoom {}

  /** Lets nobody else into the room but who is invited. */
  record Lock() implements OfRoom {}

  /** Lets everybody into the room again. */
  record Unlock() implements OfRoom {}

  /**
   * Keeps somebody out.
   *
   * @param target a name, an address, or {@code ADDRESS/BITS}
   * @param time for how long; empty for ever
   */
  record Ban(String target, Optional<Duration> time, String why) implements OfOperator {}

  /** Ends a ban. */
  record Unban(String target) implements OfOperator {}

  /** Asks for all bans and mutes. */
  record ListBans() implements OfOperator {}

  /** Lets somebody listen only; without a time, for ever. */
  record Mute(String name, Optional<Duration> time) implements OfOperator {}

  /** Ends a {@link Mute}. */
  record Unmute(String name) implements OfOperator {}

  /** Sends everybody out of a room, and forgets whose it is. */
  record CloseRoom(String room) implements OfOperator {}

  /** Says something to everybody, in whatever room. */
  record SayToAll(String text) implements OfOperator {}

  /**
   * Asks who is here, and from where.
   *
   * @param like what a name or an address must begin with; empty for all
   */
  record ListSessions(String like) implements OfOperator {}

  /** Asks how the server is. */
  record ShowStats() implements OfOperator {}

  /** Reads the configuration again. */
  record Reload() implements OfOperator {}
}
