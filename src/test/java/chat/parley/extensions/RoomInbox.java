package chat.parley.extensions;

import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import chat.parley.room.Room;
import chat.parley.room.RoomHandle;
import java.time.Instant;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;

/** A room called lobby that only notes what an extension says in it. */
final class RoomInbox {
  private final TestInbox<Room.Command> commands = TestInbox.create();

  RoomHandle voice() {
    return new RoomHandle(
        "lobby",
        commands.getRef(),
        TestInbox.create().getRef(),
        TestInbox.<Room.Reply>create().getRef());
  }

  /** What has been said since this was asked last; what was said to one only as {@code >NAME …}. */
  List<String> said() {
    return commands.getAllReceived().stream().flatMap(each -> said(each).stream()).toList();
  }

  private static List<String> said(Room.Command command) {
    if (command instanceof Room.Tell tell) {
      return List.of(">" + tell.name() + " " + tell.text());
    }
    return ((Room.Post) command).contents().stream().map(Content::text).toList();
  }

  static RoomEvent.Posted posted(String author, String text) {
    return new RoomEvent.Posted(1, Instant.EPOCH, author, new Content.Text(text));
  }
}
