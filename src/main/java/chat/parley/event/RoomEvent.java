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

  /** A member has had a post deleted, which is to be seen no more. */
  record PostDeleted(String room, long number, MemberId member, String name) implements RoomEvent {}

  /**
   * The numbers of posts mean others than before, as some of what was said is lost.
   *
   * @param epoch of the history from now on
   * @param lastNumber that of the last post before
   */
  record EpochChanged(String room, String epoch, long lastNumber) implements RoomEvent {}

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
   * @param replay posts of before, oldest first
   */
  record Welcomed(
      String room,
      String topic,
      List<String> others,
      int unlisted,
      List<Posted> replay,
      Continuity continuity)
      implements RoomEvent {

    /** The welcome to a room of which nothing is kept. */
    public Welcomed(
        String room, String topic, List<String> others, int unlisted, List<Posted> replay) {
      this(room, topic, others, unlisted, replay, new Continuity("-", 0, false));
    }
  }

  /**
   * How what a member hears joins on to what it had heard before.
   *
   * @param epoch of the room's history: as long as it is the same, numbers mean the same posts
   * @param lastNumber that of the last post before the member came; 0 for none
   * @param resumed whether the replay is everything since what the member said it had heard last;
   *     otherwise it is the room's last posts, as many as its settings say
   */
  record Continuity(String epoch, long lastNumber, boolean resumed) {}
}
