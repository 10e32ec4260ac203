package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.event.Content;
import chat.parley.event.MemberId;
import chat.parley.event.RoomEvent;
import chat.parley.testkit.FakeRoom;
import java.time.Instant;
import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.BehaviorTestKit;
import org.junit.jupiter.api.Test;

class KarmaTest {
  private static final MemberId ALICE = new MemberId(0, 1);

  private final Karma extension = new Karma();
  private final FakeRoom room = new FakeRoom("lobby");
  private final BehaviorTestKit<RoomEvent> karma =
      BehaviorTestKit.create(extension.member(extension.defaults(), room));

  private void alicePosts(String text) {
    karma.run(
        new RoomEvent.Posted("lobby", 1, Instant.now(), ALICE, "alice", new Content.Text(text)));
  }

  private void karmaSays(String... lines) {
    assertEquals(List.of(lines), room.said());
  }

  @Test
  void countsThanks() {
    alicePosts("bob++ and carol++");
    karmaSays("bob has 1", "carol has 1");
    alicePosts("bob++");
    karmaSays("bob has 2");
  }

  @Test
  void isSilentOtherwise() {
    alicePosts("hello bob, 1 + 1 = 2");
    karmaSays();
  }
}
