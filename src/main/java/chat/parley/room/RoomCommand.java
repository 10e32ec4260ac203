package chat.parley.room;

import chat.parley.event.Content;
import chat.parley.event.MemberId;
import chat.parley.store.HistoryQuery;
import chat.parley.store.SearchQuery;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/** What a room can be told. Each that has a {@code replyTo} is answered there once. */
public sealed interface RoomCommand
    permits RoomCommand.Join,
        RoomCommand.Arrive,
        RoomCommand.Leave,
        RoomCommand.Post,
        RoomCommand.Update,
        RoomCommand.MarkBehind,
        RoomCommand.Ignore,
        RoomCommand.Tell,
        RoomCommand.Configure,
        RoomCommand.BelongTo,
        RoomCommand.Disown,
        RoomCommand.Close,
        RoomCommand.Retire,
        RoomCommand.Query,
        RoomCommand.AskHistory,
        RoomCommand.AskSearch,
        RoomCommand.Delete,
        RoomCommand.Ruling,
        InternalCommand {

  /** Where the answer goes; null for what is not answered. */
  default ActorRef<RoomReply> replyTo() {
    return null;
  }

  /**
   * Lets a member in, which is sent {@link chat.parley.event.RoomEvent.Welcomed}; answered with
   * {@link RoomReply.Entry}.
   *
   * @param hold only decides, and holds a place for whoever has to leave another room first, until
   *     it {@link Arrive}s
   */
  record Join(Member member, boolean hold, ActorRef<RoomReply> replyTo) implements RoomCommand {

    /** The same, of whom more is known. */
    Join by(Member other) {
      return new Join(other, hold, replyTo);
    }
  }

  /** Lets in whoever has a place; answered with {@link RoomReply.Entry} when they are in. */
  record Arrive(Member member, ActorRef<RoomReply> replyTo) implements RoomCommand {}

  /**
   * Lets a member out, or gives up its place; answered with {@link RoomReply.Accepted}, after which
   * the room sends it nothing.
   */
  record Leave(MemberId member, ActorRef<RoomReply> replyTo) implements RoomCommand {}

  /**
   * Says something to the others, in this order; answered with {@link RoomReply.Accepted} when it
   * is sent.
   */
  record Post(MemberId author, List<Content> contents, ActorRef<RoomReply> replyTo)
      implements RoomCommand {}

  /**
   * A member, or whoever has made the room and is elsewhere now, has another name or other rights;
   * answered with {@link RoomReply.Accepted}.
   */
  record Update(MemberId member, Profile profile, ActorRef<RoomReply> replyTo)
      implements RoomCommand {}

  /** Asks what anybody may know; changes nothing. */
  sealed interface Query extends RoomCommand {}

  /** Asks for the {@link RoomReply.Topic}. */
  record AskTopic(ActorRef<RoomReply> replyTo) implements Query {}

  /** Asks who is {@link RoomReply.Present}. */
  record AskPresent(ActorRef<RoomReply> replyTo) implements Query {}

  /** Asks for the {@link RoomReply.ExtensionStates}. */
  record AskExtensions(ActorRef<RoomReply> replyTo) implements Query {}

  /**
   * Asks for some of what was said; answered with {@link RoomReply.ToHistory}.
   *
   * @param member who asks, who may be elsewhere
   */
  record AskHistory(
      MemberId member, Profile profile, HistoryQuery query, ActorRef<RoomReply> replyTo)
      implements RoomCommand {}

  /**
   * Looks for something that was said; answered with {@link RoomReply.ToSearch}.
   *
   * @param member who asks, who is in the room
   * @param before only posts with a smaller number
   * @param count how many at most
   */
  record AskSearch(
      MemberId member, SearchQuery query, long before, int count, ActorRef<RoomReply> replyTo)
      implements RoomCommand {}

  /**
   * Takes what a post says out of the history; answered with {@link RoomReply.Ruled}.
   *
   * @param member who wants it, who is in the room
   */
  record Delete(MemberId member, long number, ActorRef<RoomReply> replyTo) implements RoomCommand {}

  /**
   * What a member wants that depends on whose room it is; answered with {@link RoomReply.Ruled}.
   */
  sealed interface Ruling extends RoomCommand {

    /** Who wants it. */
    MemberId member();
  }

  /** Sets what the room is about, one line of text. */
  record SetTopic(MemberId member, String topic, ActorRef<RoomReply> replyTo) implements Ruling {}

  /** Sends out whoever is called {@code name}. */
  record Kick(MemberId member, String name, String why, ActorRef<RoomReply> replyTo)
      implements Ruling {}

  /**
   * Lets somebody in although the room is locked, and tells them.
   *
   * @param ref the actor that stands for them
   * @param replies where they are told
   */
  record Invite(
      MemberId member,
      MemberId invited,
      String name,
      ActorRef<?> ref,
      ActorRef<RoomReply> replies,
      ActorRef<RoomReply> replyTo)
      implements Ruling {}

  /** Lets nobody else in but who is invited. */
  record Lock(MemberId member, ActorRef<RoomReply> replyTo) implements Ruling {}

  /** Lets everybody in again. */
  record Unlock(MemberId member, ActorRef<RoomReply> replyTo) implements Ruling {}

  /**
   * Tells the room whether a member is {@linkplain RoomReply.Present behind}. Told by its session
   * when that changes, and not with every batch.
   */
  record MarkBehind(MemberId member, boolean behind) implements RoomCommand {}

  /** Changes whom a member does not want to hear. */
  record Ignore(MemberId member, Ignored ignored) implements RoomCommand {}

  /** Says {@code text} to the person called {@code name} alone, in the name of the server. */
  record Tell(String name, String text) implements RoomCommand {}

  /**
   * Has the room go by other settings from now on. Extensions that are as before go on untouched,
   * others are stopped and started.
   */
  record Configure(RoomSettings settings) implements RoomCommand {}

  /** The room belongs to this registered name, given by its key, from now on. */
  record BelongTo(String ownerKey) implements RoomCommand {}

  /** The room belongs to no registered name any more. */
  record Disown() implements RoomCommand {}

  /** An operator called {@code by} sends everybody out; the room stops when they have gone. */
  record Close(String by) implements RoomCommand {}

  /** Tells the room to stop if nobody is in it. */
  record Retire() implements RoomCommand {}
}
