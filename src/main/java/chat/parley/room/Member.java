package chat.parley.room;

import chat.parley.event.Batch;
import chat.parley.event.MemberId;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Whoever is in a room: a session, a bot.
 *
 * @param ref the actor that stands for it, which the room watches
 * @param outlet where its batches go; for a session this is its connection's own stream, which
 *     saves a hop per member and batch, for a bot the same actor as {@code ref}
 * @param replies where {@link RoomReply.News} for it goes
 * @param echo whether it also gets its own posts, and that they are deleted
 * @param ignored whom it does not want to hear at first; {@link RoomCommand.Ignore} changes that
 * @param heard what it had heard before, if it comes back and wants to hear the rest
 */
public record Member(
    MemberId id,
    Profile profile,
    ActorRef<?> ref,
    ActorRef<Batch> outlet,
    ActorRef<RoomReply> replies,
    boolean echo,
    Ignored ignored,
    Optional<Heard> heard) {

  /** Somebody who does not come back. */
  public Member(
      MemberId id,
      Profile profile,
      ActorRef<?> ref,
      ActorRef<Batch> outlet,
      ActorRef<RoomReply> replies,
      boolean echo,
      Ignored ignored) {
    this(id, profile, ref, outlet, replies, echo, ignored, Optional.empty());
  }

  /** The same, who had heard this. */
  Member having(Heard other) {
    return new Member(id, profile, ref, outlet, replies, echo, ignored, Optional.of(other));
  }

  static Member extension(
      MemberId id, String name, ActorRef<Object> host, ActorRef<RoomReply> nobody) {
    return new Member(id, Profile.of(name), host, host.narrow(), nobody, false, Ignored.NOBODY);
  }

  /**
   * Whether it is a person, who is listed and whose coming and going is announced; otherwise it is
   * an extension.
   */
  public boolean isPerson() {
    return id.number() > 0;
  }
}
