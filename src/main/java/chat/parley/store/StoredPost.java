package chat.parley.store;

import chat.parley.event.Content;
import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import java.time.Instant;

/**
 * A post as it is kept.
 *
 * @param number the room's count of posts, from 1
 * @param time when the room took it, in whole milliseconds
 * @param author what its author was called then
 * @param registered whether the author had proven that this name is theirs
 * @param kind how to read {@code text}
 * @param text one line for people to read; of a deleted one, the name of whoever deleted it
 */
public record StoredPost(
    long number, Instant time, String author, boolean registered, Kind kind, String text) {

  /** What sort of post it is. The order is part of the form in which posts are kept. */
  public enum Kind {
    TEXT,
    ACTION,
    DELETED
  }

  /** The post in the place of which nothing but who deleted it is to be seen. */
  public StoredPost deletedBy(String name) {
    return new StoredPost(number, time, author, registered, Kind.DELETED, name);
  }

  /** The post as members of {@code room} are told of it; who its author was is not known. */
  public RoomEvent.Posted in(String room) {
    return new RoomEvent.Posted(room, number, time, MemberId.NOBODY, author, content());
  }

  private Content content() {
    return switch (kind) {
      case TEXT -> new Content.Text(text);
      case ACTION -> new Content.Action(text);
      case DELETED -> new Content.Deleted(text);
    };
  }
}
