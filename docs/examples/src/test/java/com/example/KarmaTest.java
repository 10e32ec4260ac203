package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.event.Content;
import chat.parley.room.Room;
import chat.parley.room.RoomHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class KarmaTest {
  private static final ActorTestKit kit = ActorTestKit.create();

  private final Karma extension = new Karma();
  private final TestProbe<Room.Command> room = kit.createTestProbe(Room.Command.class);
  private final TestProbe<Room.Reply> answers = kit.createTestProbe(Room.Reply.class);
  private final RoomHandle voice =
      new RoomHandle("lobby", room.ref(), answers.ref(), answers.ref());
  private final ActorRef<RoomEvent> karma =
      kit.spawn(extension.member(extension.defaults(), voice));

  @AfterAll
  static void end() {
    kit.shutdownTestKit();
  }

  private void alicePosts(String text) {
    karma.tell(new RoomEvent.Posted(1, Instant.now(), "alice", new Content.Text(text)));
  }

  private void karmaSays(String text) {
    Room.Post post = room.expectMessageClass(Room.Post.class);
    assertEquals(List.of(new Content.Text(text)), post.contents());
  }

  @Test
  void countsThanks() {
    alicePosts("bob++ and carol++");
    karmaSays("bob has 1");
    karmaSays("carol has 1");
    alicePosts("bob++");
    karmaSays("bob has 2");
  }

  @Test
  void isSilentOtherwise() {
    alicePosts("hello bob, 1 + 1 = 2");
    room.expectNoMessage(Duration.ofMillis(200));
  }
}
