package chat.parley.event;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Events of a room called {@code lobby}, to test with; every name is one member's. */
public final class Events {
  public static final String ROOM = "lobby";

  private static final AtomicLong LAST = new AtomicLong();
  private static final Map<String, MemberId> IDS = new ConcurrentHashMap<>();

  private Events() {}

  /** Who is called {@code name}. */
  public static MemberId id(String name) {
    return IDS.computeIfAbsent(name, any -> new MemberId(0, LAST.incrementAndGet()));
  }

  /** What alice says, at no time in particular. */
  public static RoomEvent.Posted said(long number, String text) {
    return posted(number, Instant.EPOCH, "alice", new Content.Text(text));
  }

  public static RoomEvent.Posted posted(long number, Instant time, String author, Content content) {
    return new RoomEvent.Posted(ROOM, number, time, id(author), author, content);
  }

  /** What whoever comes is told of the history of a room of which nothing is kept. */
  public static RoomEvent.Continuity unkept(long lastNumber) {
    return new RoomEvent.Continuity("-", lastNumber, false);
  }

  public static RoomEvent.Joined joined(String name) {
    return new RoomEvent.Joined(ROOM, id(name), name);
  }

  public static RoomEvent.Left left(String name) {
    return new RoomEvent.Left(ROOM, id(name), name);
  }

  public static RoomEvent.Renamed renamed(String oldName, String newName) {
    return new RoomEvent.Renamed(ROOM, id(oldName), oldName, newName);
  }

  public static RoomEvent.TopicSet topicSet(String name, String topic) {
    return new RoomEvent.TopicSet(ROOM, id(name), name, topic);
  }
}
