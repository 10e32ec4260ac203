package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.RoomEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;

/** A person in a room, with replies of its own, as a session has; hears {@code alice: hello}. */
final class Guest {
  final TestProbe<Batch> outlet;
  final TestProbe<Room.Reply> replies;
  private final ActorRef<Room.Command> room;
  private final Queue<RoomEvent> heard = new ArrayDeque<>();

  /** Somebody who is on the way into {@code room}. */
  Guest(ActorTestKit kit, String name, ActorRef<Room.Command> room) {
    this(kit, name, room, false);
  }

  /**
   * As above.
   *
   * @param echo whether it is to hear its own posts
   */
  Guest(ActorTestKit kit, String name, ActorRef<Room.Command> room, boolean echo) {
    this.outlet = kit.createTestProbe(Batch.class);
    this.replies = kit.createTestProbe(Room.Reply.class);
    this.room = room;
    room.tell(new Room.Join(new Member(name, outlet.ref(), outlet.ref(), echo), replies.ref()));
  }

  /** What is said on coming in. */
  RoomEvent.Welcomed isWelcomed() {
    isAnswered();
    return (RoomEvent.Welcomed) next();
  }

  /** Is in the room, and has heard who else is. */
  Guest joined() {
    isWelcomed();
    return this;
  }

  /** Says it, and is answered. */
  void hasSaid(String... texts) {
    says(texts);
    isAnswered();
  }

  void says(String... texts) {
    List<Content> contents =
        Stream.of(texts).map(text -> (Content) new Content.Text(text)).toList();
    room.tell(new Room.Post(outlet.ref(), contents, replies.ref()));
  }

  void isAnswered() {
    replies.expectMessage(new Room.Accepted());
  }

  /** Hears these and nothing before or between; what is announced or told counts as a text. */
  void hears(String... lines) {
    List<String> got = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      got.add(line(next()));
    }
    assertThat(got).containsExactly(lines);
  }

  /** Hears these and nothing before or between. */
  void hears(RoomEvent... events) {
    for (RoomEvent event : events) {
      assertThat(next()).isEqualTo(event);
    }
  }

  /** Hears these and nothing else that was sent with them. */
  void hearsOnly(RoomEvent... events) {
    while (heard.size() < events.length) {
      heard.addAll(outlet.receiveMessage().events());
    }
    assertThat(heard).containsExactly(events);
    heard.clear();
  }

  /** Has heard of all that has come, and nothing comes now. */
  void hearsNothing() {
    assertThat(heard).isEmpty();
    outlet.expectNoMessage(Duration.ZERO);
  }

  RoomEvent next() {
    while (heard.isEmpty()) {
      heard.addAll(outlet.receiveMessage().events());
    }
    return heard.remove();
  }

  private static String line(RoomEvent event) {
    if (event instanceof RoomEvent.Posted posted) {
      return posted.author() + ": " + posted.content().text();
    }
    if (event instanceof RoomEvent.PrivateNotice told) {
      return told.text();
    }
    return event instanceof RoomEvent.Announced announced ? announced.text() : event.toString();
  }
}
