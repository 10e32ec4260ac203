package chat.parley.room;

import chat.parley.event.Content;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/** How an extension speaks in its room. May be used from any thread. */
public final class RoomHandle {
  private final String room;
  private final ActorRef<Room.Command> ref;
  private final ActorRef<?> identity;
  private final ActorRef<Room.Reply> answers;

  /**
   * @param room the room's name
   * @param identity who speaks, a member of the room
   * @param answers where what the room answers goes
   */
  public RoomHandle(
      String room, ActorRef<Room.Command> ref, ActorRef<?> identity, ActorRef<Room.Reply> answers) {
    this.room = room;
    this.ref = ref;
    this.identity = identity;
    this.answers = answers;
  }

  /** The name of the room. */
  public String room() {
    return room;
  }

  /** The room itself, for what this class has no word for. */
  public ActorRef<Room.Command> ref() {
    return ref;
  }

  /** Says {@code text} to everybody, each of its lines with anything in it as a post. */
  public void say(String text) {
    List<Content> lines = text.lines().map(line -> (Content) new Content.Text(line)).toList();
    ref.tell(new Room.Post(identity, lines, answers));
  }

  /** Says {@code text} to the member called {@code name} alone, if there is one. */
  public void tell(String name, String text) {
    text.lines().forEach(line -> ref.tell(new Room.Tell(name, line)));
  }
}
