package chat.parley.room;

import chat.parley.event.Batch;
import chat.parley.event.Events;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.apache.pekko.actor.typed.ActorRef;

/** Members to test with; every name is one member's. */
final class Members {
  private Members() {}

  /** One that nothing is asked of or told but batches. */
  static Member called(String name, ActorRef<Batch> outlet) {
    return called(name, outlet, false);
  }

  /** As above; with {@code echo} it hears its own posts. */
  static Member called(String name, ActorRef<Batch> outlet, boolean echo) {
    return of(name, outlet, nobody(), echo, Ignored.NOBODY);
  }

  static Member called(String name, ActorRef<Batch> outlet, Ignored ignored) {
    return of(name, outlet, nobody(), false, ignored);
  }

  static Member called(
      String name, ActorRef<Batch> outlet, ActorRef<RoomReply> replies, boolean echo) {
    return of(name, outlet, replies, echo, Ignored.NOBODY);
  }

  private static ActorRef<RoomReply> nobody() {
    return TestInbox.<RoomReply>create().getRef();
  }

  private static Member of(
      String name,
      ActorRef<Batch> outlet,
      ActorRef<RoomReply> replies,
      boolean echo,
      Ignored ignored) {
    return new Member(Events.id(name), Profile.of(name), outlet, outlet, replies, echo, ignored);
  }
}
