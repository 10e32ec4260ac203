package chat.parley.room;

import java.time.Instant;

/** Posts to test with. */
final class Posts {
  private Posts() {}

  static Room.Posted said(long number, String text) {
    return new Room.Posted(number, Instant.EPOCH, "alice", new Content.Text(text));
  }
}
