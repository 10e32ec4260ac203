package chat.parley.client;

import java.util.List;
import java.util.Optional;

/** The meaning of one line of a server; {@link LinePattern} reads it. */
sealed interface ServerLine {

  /** The room that the user has just come into; empty if it does not say so. */
  default Optional<String> roomEntered() {
    return Optional.empty();
  }

  /** Somebody said something. */
  record Post(String who, String text) implements ServerLine {}

  /** {@code name} came into the room. */
  record Joined(String name) implements ServerLine {}

  /** {@code name} left the room. */
  record Left(String name) implements ServerLine {}

  /** Somebody else is called something else. */
  record Renamed(String oldName, String newName) implements ServerLine {}

  /** Many came or went. */
  record CrowdChanged() implements ServerLine {}

  /** The user is called {@code name} now. */
  record YouAre(String name) implements ServerLine {}

  /** The user is in {@code room} now, with {@code names}. */
  record Welcome(String room, List<String> names) implements ServerLine {
    @Override
    public Optional<String> roomEntered() {
      return Optional.of(room);
    }
  }

  /** What is spoken about in the room. */
  record Topic() implements ServerLine {}

  /** Who is here. */
  record Present(List<String> names) implements ServerLine {}

  /** There is a room called {@code name}. */
  record Room(String name) implements ServerLine {}

  /** The name the user asked for is somebody else's; another may be given. */
  record NameTaken() implements ServerLine {}

  /** The name the user asked for cannot be one; the server hangs up. */
  record NameRefused() implements ServerLine {}

  /**
   * The server asks for a password; the next line that it gets is taken for it.
   *
   * @param question the same whenever the same password is asked for
   * @param again whether one has just been given and was wrong
   */
  record PasswordAsked(String question, boolean again) implements ServerLine {}

  /** The password of a name was wrong; another name may be given. */
  record PasswordRefused() implements ServerLine {}

  /** The server does not let the user in, or not stay; it hangs up. */
  record TurnedAway() implements ServerLine {}

  /** The user cannot go into a room; they stay where they are, if they are anywhere. */
  record RoomRefused() implements ServerLine {}

  /** {@code who} said something to the user alone; the line begins with {@code lead}. */
  record Whisper(String who, String lead) implements ServerLine {}

  /**
   * A line of the user is not said.
   *
   * @param over how many bytes it was too long for; 0 when that was not why
   */
  record NotSaid(int over) implements ServerLine {}

  /** Messages did not reach the user, who reads too slowly. */
  record Skipped() implements ServerLine {}

  /** A line from the past. */
  record Past() implements ServerLine {}

  /** Something else that the server says. */
  record Notice() implements ServerLine {}

  /** Not a line of the protocol. */
  record Unknown() implements ServerLine {}
}
