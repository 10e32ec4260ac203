package chat.parley.event;

import java.time.Instant;
import java.util.List;

/**
 * An event in a room. Members get events in {@link Batch}es.
 *
 * @since 0.1
 */
public sealed interface RoomEvent {

  /**
   * A member said something.
   *
   * @param number the room's count of posts, from 1
   * @param time when the room took it
   */
  record Posted(long number, Instant time, String author, Content content) implements RoomEvent {}

  /** A member came. */
  record Joined(String name) implements RoomEvent {}

  /** A member went. */
  record Left(String name) implements RoomEvent {}

  /** A member has another name now. */
  record Renamed(String oldName, String newName) implements RoomEvent {}

  /** A member said what the room is about. */
  record TopicSet(String name, String topic) implements RoomEvent {}

  /** The room itself says something to all. */
  record Announced(String text) implements RoomEvent {}

  /** The room, a gate or an extension says something to this member alone. */
  record PrivateNotice(String text) implements RoomEvent {}

  /** Comings, goings and new names in a crowd, summed up, and how many are here now. */
  record CrowdChanged(int joined, int left, int renamed, int present) implements RoomEvent {}

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
