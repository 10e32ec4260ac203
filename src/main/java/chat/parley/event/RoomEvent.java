package chat.parley.event;

import java.time.Instant;
import java.util.List;

/**
 * An event in a room. Members get events in {@link Batch}es.
 *
 * @since 0.1
 */
public sealed interface RoomEvent {

  /** The name of the room. */
  String room();

  /**
   * A member said something.
   *
   * @param number the room's count of posts, from 1
   * @param time when the room took it
   * @param member who said it
   * @param author what that member was called then
   */
  record Posted(
      String room, long number, Instant time, MemberId member, String author, Content content)
      implements RoomEvent {}

  /** A member came. */
  record Joined(String room, MemberId member, String name) implements RoomEvent {}

  /** A member went. */
  record Left(String room, MemberId member, String name) implements RoomEvent {}

  /** A member has another name now. */
  record Renamed(String room, MemberId member, String oldName, String newName)
      implements RoomEvent {}

  /** A member said what the room is about. */
  record TopicSet(String room, MemberId member, String name, String topic) implements RoomEvent {}

  /** An extension has failed too often, and does nothing any more. */
  record ExtensionDisabled(String room, String extension) implements RoomEvent {}

  /** Something went wrong in the room, which goes on. */
  record Recovered(String room) implements RoomEvent {}

  /** A gate has refused what this member wanted to say; {@code why} is for people to read. */
  record NotSaid(String room, String why) implements RoomEvent {}

  /** A gate or an extension says something to this member alone. */
  record PrivateNotice(String room, String text) implements RoomEvent {}

  /** Comings, goings and new names in a crowd, summed up, and how many are here now. */
  record CrowdChanged(String room, int joined, int left, int renamed, int present)
      implements RoomEvent {}

  /**
   * The first thing a member gets.
   *
   * @param others the names of the others present, at most as many as the presence limit
   * @param unlisted how many more there are
   * @param replay the room's last posts, oldest first, as many as the room's settings say
   */
  record Welcomed(String room, String topic, List<String> others, int unlisted, List<Posted> replay)
      implements RoomEvent {}
}
