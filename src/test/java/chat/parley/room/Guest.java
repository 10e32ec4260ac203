package chat.parley.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.event.Batch;
import chat.parley.event.Content;
import chat.parley.event.Events;
import chat.parley.event.MemberId;
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
  final TestProbe<RoomReply> replies;
  final MemberId id;
  private final ActorRef<RoomCommand> room;
  private final Queue<RoomEvent> heard = new ArrayDeque<>();

  /** Somebody who is on the way into {@code room}. */
  Guest(ActorTestKit kit, String name, ActorRef<RoomCommand> room) {
    this(kit, name, room, false);
  }

  /**
   * As above.
   *
   * @param echo whether it is to hear its own posts
   */
  Guest(ActorTestKit kit, String name, ActorRef<RoomCommand> room, boolean echo) {
    this.outlet = kit.createTestProbe(Batch.class);
    this.replies = kit.createTestProbe(RoomReply.class);
    this.id = Events.id(name);
    this.room = room;
    room.tell(
        new RoomCommand.Join(
            Members.called(name, outlet.ref(), replies.ref(), echo), false, replies.ref()));
  }

  /** Is let in. */
  void isAdmitted() {
    replies.expectMessageClass(RoomReply.Admitted.class);
  }

  /** What is said on coming in. */
  RoomEvent.Welcomed isWelcomed() {
    isAdmitted();
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
    room.tell(new RoomCommand.Post(id, contents, replies.ref()));
  }

  void isAnswered() {
    replies.expectMessage(new RoomReply.Accepted());
  }

  /** Hears these and nothing before or between: {@code alice: hello}, {@code bob comes}. */
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
    if (event instanceof RoomEvent.NotSaid not) {
      return "not said: " + not.why();
    }
    return event instanceof RoomEvent.Joined joined ? joined.name() + " comes" : event.toString();
  }
}
