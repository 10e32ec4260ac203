package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import java.time.Instant;

/** Posts to test with. */
public final class Posts {
  private Posts() {}

  public static RoomEvent.Posted said(long number, String text) {
    return new RoomEvent.Posted(number, Instant.EPOCH, "alice", new Content.Text(text));
  }
}
