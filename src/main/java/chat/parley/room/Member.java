package chat.parley.room;

import chat.parley.event.Batch;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Whoever is in a room: a session, a bot.
 *
 * @param name what the others call it; unique in the server
 * @param identity who it is: what the room watches, and what {@link Room.Post} names as author
 * @param outlet where its batches go; for a session this is its connection's own stream, which
 *     saves a hop per member and batch, for a bot the same actor as {@code identity}
 * @param echo whether it also gets its own posts
 * @param person whether it is a person, who is listed and whose coming and going is announced;
 *     otherwise it is an extension
 * @param ignored whom it does not want to hear at first; {@link Room.Ignore} changes that
 */
public record Member(
    String name,
    ActorRef<?> identity,
    ActorRef<Batch> outlet,
    boolean echo,
    boolean person,
    Ignored ignored) {

  /** A person. */
  public Member(String name, ActorRef<?> identity, ActorRef<Batch> outlet, boolean echo) {
    this(name, identity, outlet, echo, Ignored.NOBODY);
  }

  /** A person who does not want to hear {@code ignored}. */
  public Member(
      String name, ActorRef<?> identity, ActorRef<Batch> outlet, boolean echo, Ignored ignored) {
    this(name, identity, outlet, echo, true, ignored);
  }

  static Member extension(String name, ActorRef<Object> host) {
    return new Member(name, host, host.narrow(), false, false, Ignored.NOBODY);
  }

  Member renamed(String newName) {
    return new Member(newName, identity, outlet, echo, person, ignored);
  }
}
